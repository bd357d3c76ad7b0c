import { ProblemList } from '../problem-list.ts';
import { readSheets } from './open-tables.ts';
import { cellText } from './sheet.ts';

/**
 * The rows of a file's first table: numbers as numbers, everything else as text.
 *
 * @throws FileRefused where it is no table that can be read
 */
export async function readPlainTable(file: string): Promise<(string | number)[][]> {
	const [sheet] = await readSheets(file, new ProblemList(file));
	return (sheet?.rows ?? []).map(({ cells }) =>
		cells.map((cell) => (typeof cell === 'number' ? cell : cellText(cell)))
	);
}
