import type { IsoDate } from '../period.ts';
import { runsOn, type SpreadChoice, type SpreadSite } from './spread-at.ts';

/** The sites that state that they were copied from a site and are active on a day, the earliest first. */
export function learnersOf<S extends SpreadSite>(
	sites: readonly S[],
	sourceId: number,
	day: IsoDate
): S[] {
	return sites
		.filter((site) => site.originId === sourceId && site.id !== sourceId && runsOn(site, day))
		.sort(byFounding);
}

/**
 * The site that the most active ones were copied from; of several the earliest. Among the sites of a type, of a
 * commune, or of both, that were founded by the day, be they closed since.
 *
 * @returns undefined where none of them was copied
 */
export function findSource<S extends SpreadSite>(
	sites: readonly S[],
	day: IsoDate,
	{ type, unit }: SpreadChoice
): S | undefined {
	const copies = new Map<number, number>();
	for (const site of sites) {
		if (site.originId === null || site.originId === site.id || !runsOn(site, day)) continue;
		copies.set(site.originId, (copies.get(site.originId) ?? 0) + 1);
	}
	const copiesOf = ({ id }: S) => copies.get(id) ?? 0;
	return sites
		.filter(
			(site) =>
				site.foundedOn <= day &&
				copiesOf(site) > 0 &&
				(type === undefined || site.type === type) &&
				(unit === undefined || site.unitId === unit)
		)
		.sort((a, b) => copiesOf(b) - copiesOf(a) || byFounding(a, b))[0];
}

/** The day on which the first site of a type was founded; undefined for a type without sites. */
export function typeSince(sites: readonly SpreadSite[], type: string): IsoDate | undefined {
	return sites
		.filter((site) => site.type === type)
		.map(({ foundedOn }) => foundedOn)
		.sort()[0];
}

function byFounding(a: SpreadSite, b: SpreadSite): number {
	if (a.foundedOn !== b.foundedOn) return a.foundedOn < b.foundedOn ? -1 : 1;
	return a.id - b.id;
}
