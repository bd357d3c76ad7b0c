import { parsePartialPeriod, type PartialPeriod } from '#lib/domain/period-text.ts';
import type { Heading } from './headings.ts';
import { saysPercent } from './comparison.ts';
import type { FigureColumn, TableLayout } from './table-layout.ts';

/** A period that is given but cannot be read. */
const UNREADABLE = '?';

/**
 * What each column was taken to be, in the words that a page and a person use: a column's name, `figure`,
 * `figure:C01`, `figure:C01:m6/2025`, `former:C01`.
 */
export function rolesOf(layout: TableLayout): Map<number, string> {
	const roles = new Map<number, string>();
	for (const [name, place] of layout.places) roles.set(place, name);
	for (const [place, column] of layout.figures) roles.set(place, figureRole('figure', column));
	for (const [place, column] of layout.former) roles.set(place, figureRole('former', column));
	return roles;
}

function figureRole(kind: string, { indicator, period, unreadable }: FigureColumn): string {
	const said = unreadable === undefined ? periodCode(period) : UNREADABLE;
	return [kind, indicator ?? '', said].join(':').replace(/:+$/, '');
}

/** A period as roles write it: `m6`, `m6/2025`, `m1-6/2025`, `q2`, `y`, or both days. */
export function periodCode(period: PartialPeriod | undefined): string {
	if (!period) return '';
	const { year, month, quarter, months, exact } = period;
	if (exact) return `${exact.start} - ${exact.end}`;
	if (month === undefined && quarter === undefined && months === undefined) {
		return year === undefined ? 'y' : String(year);
	}
	const span =
		month !== undefined
			? `m${month}`
			: quarter !== undefined
				? `q${quarter}`
				: `m${months?.first}-${months?.last}`;
	return year === undefined ? span : `${span}/${year}`;
}

/** Takes what a person said of a column. */
export function assignRole(
	layout: TableLayout,
	place: number,
	role: string,
	heading: Heading | undefined
): void {
	const [kind = '', indicator, period] = role.split(':');
	if (kind === 'ignore') {
		layout.passedOver.add(place);
		return;
	}
	if (kind !== 'figure' && kind !== 'former') {
		layout.places.set(kind, place);
		return;
	}
	const columns = kind === 'figure' ? layout.figures : layout.former;
	columns.set(place, {
		indicator: indicator || undefined,
		period: period ? parsePartialPeriod(period) : undefined,
		...(period === UNREADABLE ? { unreadable: heading?.title ?? '' } : {}),
		...(heading?.parts.some(saysPercent) ? { percent: true } : {})
	});
}
