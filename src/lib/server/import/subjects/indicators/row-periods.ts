import type { Period } from '#lib/domain/period.ts';

/** Which periods the figures of each row were taken to be of, for a person to look at before loading. */
export class RowPeriods {
	readonly #bySheet = new Map<string, Map<number, Map<string, Period>>>();

	add(sheet: string, line: number, period: Period): void {
		const rows = this.#bySheet.get(sheet) ?? new Map<number, Map<string, Period>>();
		const own = rows.get(line) ?? new Map<string, Period>();
		own.set(`${period.start} ${period.end} ${period.scheme}`, period);
		rows.set(line, own);
		this.#bySheet.set(sheet, rows);
	}

	/** The first and the last period of a row; one where they are the same, none where it has no figures. */
	of(sheet: string, line: number): Period[] {
		const own = [...(this.#bySheet.get(sheet)?.get(line)?.values() ?? [])];
		const ordered = own.toSorted((a, b) => (a.end < b.end ? -1 : 1));
		const [first] = ordered;
		const last = ordered.at(-1);
		if (!first || !last) return [];
		return first === last ? [first] : [first, last];
	}
}
