import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';

/**
 * Writes a file under a temporary name and renames it: a file of the final name is always complete.
 *
 * @returns the sum of what the pieces say they hold
 * @throws Error of the file system; nothing is left behind then
 */
export async function writeWhole(
	file: string,
	pieces: AsyncIterable<{ text: string; rows: number }> | Iterable<{ text: string; rows: number }>
): Promise<number> {
	const unfinished = `${file}.${process.pid}.part`;
	let rows = 0;
	try {
		const stream = createWriteStream(unfinished);
		await once(stream, 'open');
		for await (const piece of pieces) {
			rows += piece.rows;
			if (!stream.write(piece.text)) await once(stream, 'drain');
		}
		stream.end();
		await finished(stream);
		renameSync(unfinished, file);
	} finally {
		rmSync(unfinished, { force: true });
	}
	return rows;
}
