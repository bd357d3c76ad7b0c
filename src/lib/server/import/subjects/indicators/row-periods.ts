import type { Period } from '#lib/domain/period.ts';

/** Which periods the figures of each row were taken to be of, for a person to look at before loading. */
export class RowPeriods {
	/** By sheet and line, the period that ends first and the one that ends last. */
	readonly #bySheet = new Map<string, Map<number, { first: Period; last: Period }>>();

	add(sheet: string, line: number, period: Period): void {
		const rows = this.#bySheet.get(sheet) ?? new Map<number, { first: Period; last: Period }>();
		this.#bySheet.set(sheet, rows);
		const own = rows.get(line);
		if (!own) rows.set(line, { first: period, last: period });
		else if (period.end < own.first.end) own.first = period;
		else if (period.end > own.last.end) own.last = period;
	}

	/** The first and the last period of a row; one where they are the same, none where it has no figures. */
	of(sheet: string, line: number): Period[] {
		const own = this.#bySheet.get(sheet)?.get(line);
		if (!own) return [];
		return own.first.end === own.last.end ? [own.first] : [own.first, own.last];
	}
}
