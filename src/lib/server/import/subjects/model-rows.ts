import { isIsoDate, type IsoDate } from '#lib/domain/period.ts';
import type { FileRun } from '../file-run.ts';
import type { TableRecord } from '../tables/read-records.ts';

/** Notes rows without a code, with a code that stands twice, or with one that is loaded already. */
export function rejectDuplicates(
	run: FileRun,
	rows: readonly TableRecord[],
	column: string,
	recorded: readonly { code: string; source: number }[]
): void {
	const sources = new Map(recorded.map(({ code, source }) => [code, source]));
	const seen = new Map<string, number>();
	for (const row of rows) {
		const code = row.get(column);
		const at = row.at(column);
		const first = seen.get(code);
		const source = sources.get(code);
		if (code === '') run.problems.error('value-missing', at);
		else if (first !== undefined) {
			run.problems.error('duplicate-row', { ...at, value: code, detail: { first } });
		} else if (source !== undefined) {
			run.problems.error('already-recorded', { ...at, value: code, detail: { source } });
		}
		seen.set(code, first ?? row.line);
	}
}

/** Founding and retirement of a model or site; null where the cell is empty. */
export function readDates(
	run: FileRun,
	row: TableRecord
): { founded: IsoDate | null; retired: IsoDate | null } {
	const founded = readDate(run, row, 'founded_on');
	const retired = readDate(run, row, 'retired_on');
	if (founded !== null && retired !== null && retired < founded) {
		run.problems.error('dates-reversed', {
			...row.at('retired_on'),
			value: `${founded} – ${retired}`
		});
	}
	return { founded, retired };
}

function readDate(run: FileRun, row: TableRecord, column: string): IsoDate | null {
	const text = row.get(column);
	if (text === '') return null;
	if (isIsoDate(text)) return text;
	run.problems.error('date-unreadable', { ...row.at(column), value: text });
	return null;
}
