import { isActiveOn } from '../community-model.ts';
import { monthEnd, monthOf, type Month, type Scheme } from '../period.ts';
import type { SitesByCommune } from './sites-by-commune.ts';

/** In how many communes a type was active at the end of a month. */
export interface CurvePoint {
	month: Month;
	communes: number;
}

/** How a type came into use: what was counted, nothing fitted and nothing beyond the last month. */
export interface AdoptionCurve {
	/** Every month from that of the first site on; empty for a type without sites. */
	points: CurvePoint[];
	/** How many communes there are. */
	of: number;
	/** The first months with a tenth and with half of the communes; undefined where that was never reached. */
	tenth?: Month;
	half?: Month;
	/** From a tenth to half of the communes, in years; undefined unless both were reached. */
	years?: number;
}

/** The shares of communes between which the years are counted. */
const TENTH = 0.1;
const HALF = 0.5;

/**
 * Communes with at least one active site of a type at the end of each month.
 *
 * @param of the number of communes of the frame
 * @param to the last month
 * @example adoptionCurve(sites, 45, toMonth(2026, 10), 'calendar').years // 3.5, or undefined
 */
export function adoptionCurve(
	communes: SitesByCommune,
	of: number,
	to: Month,
	calendar: Scheme
): AdoptionCurve {
	const starts = [...communes.values()].flatMap((sites) =>
		sites.map(({ foundedOn }) => monthOf(foundedOn, calendar))
	);
	const from = starts.reduce((first, month) => Math.min(first, month), to + 1);
	const points = Array.from({ length: to - from + 1 }, (_, at) => {
		const day = monthEnd(from + at, calendar);
		const active = [...communes.values()].filter((sites) =>
			sites.some((site) => isActiveOn(site, day))
		);
		return { month: from + at, communes: active.length };
	});
	const reaching = (share: number) =>
		points.find(({ communes: count }) => count / of >= share)?.month;
	const tenth = reaching(TENTH);
	const half = reaching(HALF);
	return {
		points,
		of,
		...(tenth === undefined ? {} : { tenth }),
		...(tenth === undefined || half === undefined ? {} : { half, years: (half - tenth) / 12 })
	};
}
