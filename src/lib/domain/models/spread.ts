import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { isActiveOn, type ModelSite } from '../community-model.ts';
import { addDays, type IsoDate } from '../period.ts';

/** Since when, and until when, a commune has a type: its sites of the type. */
export type Adopted = ReadonlyMap<number, readonly Pick<ModelSite, 'foundedOn' | 'retiredOn'>[]>;

/** Whether new communes border on those that have a type more often than chance makes them. */
export interface Spread {
	/** Communes that came to the type after the first day on which any had it. */
	adoptions: number;
	/** Of these, communes that bordered on one that had it: O. */
	bordering: number;
	/** So many of them would border on one by chance: E. */
	expected: number;
	/** V. */
	variance: number;
	/** (O − E)/√V; undefined where V is 0. */
	z?: number;
	/** Two-sided, by the normal distribution. */
	p?: number;
	/** What may be said; undefined where there are too few steps to say anything. */
	verdict?: 'more' | 'no-more';
}

/** With a smaller variance nothing is quoted. */
export const MIN_VARIANCE = 5;
const SIGNIFICANT = 0.05;

/**
 * Spread to neighbours, as a score test with one step for each adoption (after Cox 1972). At each adoption after
 * the first, p is the share of the communes still without the type that border on one that has it, and o is 1
 * where the adopter did: O = Σo, E = Σp, V = Σp(1−p). Adopters of one day are all held against the state on its
 * eve. A commune whose sites are all retired no longer has the type, and is not without it anew.
 *
 * @param unitIds all communes of the frame
 * @param adopted those that ever had the type
 * @param neighboursOf ids of the communes around one
 * @example on a path 1–2–3–4–5–6 adopted in the order 3, 4, 2, 6: O = 2, E = 1.566667, V = 0.712222
 */
export function spreadToNeighbours(
	unitIds: readonly number[],
	adopted: Adopted,
	neighboursOf: (unitId: number) => readonly number[]
): Spread {
	const firstDay = new Map(
		unitIds.flatMap((unitId): [number, IsoDate][] => {
			const [first] = (adopted.get(unitId) ?? []).map(({ foundedOn }) => foundedOn).sort();
			return first === undefined ? [] : [[unitId, first]];
		})
	);
	const days = [...new Set(firstDay.values())].sort().slice(1);
	const sum = { adoptions: 0, bordering: 0, expected: 0, variance: 0 };
	for (const day of days) {
		const eve = addDays(day, -1);
		const has = (unitId: number) =>
			adopted.get(unitId)?.some((site) => isActiveOn(site, eve)) ?? false;
		const borders = (unitId: number) => neighboursOf(unitId).some(has);
		const without = unitIds.filter((unitId) => !isBefore(firstDay.get(unitId), day));
		const p = without.filter(borders).length / without.length;
		const adopters = without.filter((unitId) => firstDay.get(unitId) === day);
		sum.adoptions += adopters.length;
		sum.bordering += adopters.filter(borders).length;
		sum.expected += adopters.length * p;
		sum.variance += adopters.length * p * (1 - p);
	}
	return { ...sum, ...judge(sum) };
}

function judge({
	bordering,
	expected,
	variance
}: Pick<Spread, 'bordering' | 'expected' | 'variance'>) {
	if (variance === 0) return {};
	const z = (bordering - expected) / Math.sqrt(variance);
	const p = 2 * normalCdf(-Math.abs(z), 0, 1);
	if (variance < MIN_VARIANCE) return { z, p };
	return { z, p, verdict: z > 0 && p < SIGNIFICANT ? ('more' as const) : ('no-more' as const) };
}

function isBefore(first: IsoDate | undefined, day: IsoDate): boolean {
	return first !== undefined && first < day;
}
