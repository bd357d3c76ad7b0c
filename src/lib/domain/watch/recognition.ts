import { recordOf, type History } from '../history.ts';
import { monthEnd, monthOf, type IsoDate, type Month } from '../period.ts';
import { makeupRuns, type Makeup } from '../reading.ts';
import type { ShownStatus } from '../status.ts';
import type { Months } from '../evidence/frame-figures.ts';

/** When a commune was recognised as transformed, and the month that this day lies in. */
export interface Recognition {
	date: IsoDate;
	month: Month;
}

/** States in which a commune counts as transformed: maintained, or taken off the list since. */
const TRANSFORMED: readonly ShownStatus[] = ['met', 'exited'];

/**
 * For each month, since when a commune, or the last of its former ones, counts as transformed by what was known then;
 * undefined for months in which none of it does.
 */
export function recognitionsOf(
	history: History,
	unitId: number,
	track: string,
	months: Months
): (month: Month) => Recognition | undefined {
	const runs = makeupRuns(history, unitId, track, months).map(({ from, makeup }) => ({
		from,
		dates: transformedIds(unitId, makeup)
			.flatMap((id) => recordOf(history, id, track))
			.flatMap(({ status, effectiveDate }) => (status === 'met' ? [effectiveDate] : []))
			.sort()
	}));
	return (month) => {
		const end = monthEnd(month, history.calendar);
		const date = runs.findLast(({ from }) => from <= month)?.dates.findLast((each) => each <= end);
		return date === undefined ? undefined : { date, month: monthOf(date, history.calendar) };
	};
}

function transformedIds(unitId: number, makeup: Makeup): number[] {
	if (makeup === 'not-available') return [];
	if ('own' in makeup) return TRANSFORMED.includes(makeup.own) ? [unitId] : [];
	return makeup.members.flatMap((member) =>
		TRANSFORMED.includes(member.status) ? [member.unitId] : []
	);
}
