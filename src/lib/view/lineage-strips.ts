import { addDays, monthPeriod, type IsoDate, type Month } from '#lib/domain/period.ts';
import { shownStatusAt, type ShownStatus } from '#lib/domain/status.ts';
import type { StatusClass } from '#lib/domain/map-class.ts';
import { formatMonth } from './format.ts';
import { monthOf } from '#lib/domain/period.ts';
import { REACHED } from './status-sum.ts';
import type { UnitDetails } from './wire.ts';

/** A former commune as a strip of states from the first month of the timeline to its merger. */
export interface LineageStrip {
	id: number;
	name: string;
	/** Whether it was ever on the track. */
	listed: boolean;
	/** Whether it was recognised as transformed. */
	reached: boolean;
	/** Its end as a month: 07/2025. */
	until: string;
	/** Parts of the strip, from 0 to 1. */
	segments: { from: number; width: number; status: ShownStatus; since: IsoDate }[];
}

const MET: readonly StatusClass[] = REACHED;

/** The former communes that a commune was made of at its own merger, with what became of each on a track. */
export function lineageStrips(
	{ unit, formers, records }: UnitDetails,
	track: string,
	firstMonth: Month
): LineageStrip[] {
	const start = monthPeriod(firstMonth, 'calendar').start;
	const events = records.find((record) => record.track === track)?.events ?? [];
	return formers
		.filter(({ otherId }) => otherId === unit.id)
		.map(({ unit: former }) => {
			const end = addDays(former.validTo ?? unit.validFrom, 1);
			const own = events.filter(({ unitId }) => unitId === former.id);
			const dates = own.map(({ effectiveDate }) => effectiveDate).filter((date) => date < end);
			const place = (date: IsoDate) =>
				Math.min(1, Math.max(0, days(start, date) / Math.max(1, days(start, end))));
			const segments = [...new Set(dates)].map((date, at, all) => ({
				from: place(date),
				width: place(all[at + 1] ?? end) - place(date),
				status: shownStatusAt(own, date),
				since: date
			}));
			return {
				id: former.id,
				name: former.name,
				listed: segments.length > 0,
				reached: segments.some(({ status }) => MET.includes(status)),
				until: formatMonth(monthOf(end, 'calendar')),
				segments
			};
		});
}

function days(from: IsoDate, to: IsoDate): number {
	return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
