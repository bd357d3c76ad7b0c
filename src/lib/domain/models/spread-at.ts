import { isActiveOn } from '../community-model.ts';
import type { IsoDate } from '../period.ts';

/** A site on the boundaries of a frame, as far as its spreading needs it. */
export interface SpreadSite {
	id: number;
	/** Code of its type. */
	type: string;
	foundedOn: IsoDate;
	/** The first day on which it ran no longer; null while it runs. */
	closedOn: IsoDate | null;
	/** The commune that it lies in; null where no commune of the frame holds it. */
	unitId: number | null;
	/** Where it was copied from, in the words of the data; null where it states no origin. */
	origin: string | null;
	/** The site that it was copied from; null where the origin is no known site. */
	originId: number | null;
	/** The commune that the origin lies in. */
	originUnitId: number | null;
}

/** A type at the end of a month. */
export interface TypeSpread {
	code: string;
	/** Its active sites. */
	sites: number;
	/** Of these, sites that state an origin, be it known or not. */
	copies: number;
}

/** All types together. */
export interface SpreadTotals {
	sites: number;
	/** Types with an active site. */
	types: number;
	/** Communes with an active site. */
	communes: number;
	copies: number;
	/** Active sites that no commune of the frame holds: they are in no commune's count. */
	unplaced: number;
}

/** One type, one commune, or one type in one commune. */
export interface SpreadChoice {
	type?: string | undefined;
	unit?: number | undefined;
}

/** That a site was copied from another commune. */
export interface SpreadArc {
	/** The same as long as the frame is. */
	key: string;
	/** The copy. */
	siteId: number;
	/** The site that it was copied from; null where the origin is a commune. */
	originId: number | null;
	fromUnit: number;
	toUnit: number;
	/** The day on which it appears: that of the copy's founding. */
	on: IsoDate;
}

/**
 * How far each type had come on a day, the type with the most sites first; types without an active site are left
 * out. Sites and copies of the types add up to the totals.
 *
 * @param day the last day of a month
 */
export function spreadAt(
	sites: readonly SpreadSite[],
	day: IsoDate
): { types: TypeSpread[]; totals: SpreadTotals } {
	const types = new Map<string, TypeSpread>();
	const communes = new Set<number>();
	const totals: SpreadTotals = { sites: 0, types: 0, communes: 0, copies: 0, unplaced: 0 };
	for (const site of sites) {
		if (!runsOn(site, day)) continue;
		const type = types.get(site.type) ?? { code: site.type, sites: 0, copies: 0 };
		types.set(site.type, type);
		type.sites++;
		totals.sites++;
		if (site.unitId === null) totals.unplaced++;
		else communes.add(site.unitId);
		if (site.origin === null) continue;
		type.copies++;
		totals.copies++;
	}
	return {
		types: [...types.values()].sort((a, b) => b.sites - a.sites || (a.code < b.code ? -1 : 1)),
		totals: { ...totals, types: types.size, communes: communes.size }
	};
}

/**
 * Active sites of each commune on a day; no entry for a commune without. With the sites that are not placed they
 * add up to the total.
 *
 * @param type its sites only; of all types without
 */
export function countByUnit(
	sites: readonly SpreadSite[],
	day: IsoDate,
	type?: string
): Map<number, number> {
	const counts = new Map<number, number>();
	for (const site of sites) {
		if (site.unitId === null || !runsOn(site, day)) continue;
		if (type !== undefined && site.type !== type) continue;
		counts.set(site.unitId, (counts.get(site.unitId) ?? 0) + 1);
	}
	return counts;
}

/**
 * Who copied from whom: an arc for each active copy, from the commune of its origin, which may have ended, to its
 * own. Only for one type, or those that begin or end in one commune; never all. A copy of a site in the same
 * commune, or of an origin that is not on the map, has none.
 *
 * @param day the last day of a month
 * @example arcsAt(sites, '2026-10-31', { type: 'MH08' })
 */
export function arcsAt(
	sites: readonly SpreadSite[],
	day: IsoDate,
	{ type, unit }: SpreadChoice
): SpreadArc[] {
	if (type === undefined && unit === undefined) return [];
	return sites.flatMap((site) => {
		const { unitId: toUnit, originUnitId: fromUnit } = site;
		if (toUnit === null || fromUnit === null || fromUnit === toUnit) return [];
		if (!runsOn(site, day) || (type !== undefined && site.type !== type)) return [];
		if (unit !== undefined && fromUnit !== unit && toUnit !== unit) return [];
		const { id: siteId, originId, foundedOn: on } = site;
		return [{ key: `${siteId} ${fromUnit}-${toUnit}`, siteId, originId, fromUnit, toUnit, on }];
	});
}

/** Whether a site is active on a day. */
export function runsOn(site: Pick<SpreadSite, 'foundedOn' | 'closedOn'>, day: IsoDate): boolean {
	return isActiveOn({ foundedOn: site.foundedOn, retiredOn: site.closedOn }, day);
}
