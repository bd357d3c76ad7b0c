import { isActiveOn, type CommunityModel, type ModelSite } from '../community-model.ts';
import { sitesOn, type History } from '../history.ts';
import { byName, searchKey } from '../name.ts';
import type { IsoDate } from '../period.ts';
import { latestSelf } from '../reading.ts';
import { lengthM } from '../space/length.ts';
import { listAncestors } from '../succession.ts';
import { isValidOn } from '../unit.ts';

/**
 * Sites for a person to look at. None of these lists says that something is wrong, and none changes anything.
 *
 * Reports of and visits to sites are recorded nowhere yet, so that a site is idle only for want of a team.
 */
export interface SiteReview {
	/** Active, but without a team. */
	idle: ModelSite[];
	/** Sites of one type in one commune that may be the same. */
	doubled: DoubledSites[];
	/** Active without what it belongs to. */
	orphaned: OrphanedSite[];
}

/** Active sites of one type in one commune, each like one of the others. */
export interface DoubledSites {
	sites: ModelSite[];
	/** Two of them have the same name, but for accents, case and spaces. */
	sameName: boolean;
	/** The shortest way between two of them, in metres, where it is at most `NEAR_M`. */
	nearestM?: number;
}

export interface OrphanedSite {
	site: ModelSite;
	reasons: OrphanReason[];
}

export const ORPHAN_REASONS = ['type-retired', 'commune-closed', 'origin-unknown'] as const;
export type OrphanReason = (typeof ORPHAN_REASONS)[number];

/** Sites of a type within this distance may be one. */
export const NEAR_M = 200;

/** The sites that are active on a day and to be looked at. */
export function reviewSites(history: History, date: IsoDate): SiteReview {
	const active = [...history.sites.values()]
		.flat()
		.filter((site) => isActiveOn(site, date))
		.sort((a, b) => byName(a.code, b.code));
	return {
		idle: active.filter(({ teams }) => teams === 0),
		doubled: findDoubled(history, date),
		orphaned: findOrphaned(history, active, date)
	};
}

function findDoubled(history: History, date: IsoDate): DoubledSites[] {
	const communes = [...history.units.values()].filter((unit) => isValidOn(unit, date));
	return communes.flatMap(({ id }) => {
		const active = sitesOn(history, latestSelf(history, id)).filter((site) =>
			isActiveOn(site, date)
		);
		return history.models.flatMap(({ code }) =>
			groupAlike(active.filter(({ modelCode }) => modelCode === code))
		);
	});
}

/** Sites that hang together by likeness, in groups of two and more. */
function groupAlike(sites: readonly ModelSite[]): DoubledSites[] {
	const groups: DoubledSites[] = [];
	const left = new Set(sites);
	for (const first of sites) {
		if (!left.delete(first)) continue;
		const group: DoubledSites = { sites: [first], sameName: false };
		for (const site of group.sites) {
			for (const other of left) {
				if (!isLike(site, other)) continue;
				left.delete(other);
				group.sites.push(other);
			}
		}
		if (group.sites.length > 1) groups.push(describe(group.sites));
	}
	return groups;
}

function isLike(a: ModelSite, b: ModelSite): boolean {
	return hasSameName(a, b) || distanceM(a, b) <= NEAR_M;
}

function describe(sites: ModelSite[]): DoubledSites {
	const pairs = sites.flatMap((a, at) => sites.slice(at + 1).map((b) => [a, b] as const));
	const nearestM = Math.min(...pairs.map(([a, b]) => distanceM(a, b)));
	return {
		sites,
		sameName: pairs.some(([a, b]) => hasSameName(a, b)),
		...(nearestM <= NEAR_M ? { nearestM } : {})
	};
}

function hasSameName(a: ModelSite, b: ModelSite): boolean {
	return searchKey(a.name) === searchKey(b.name);
}

/** Infinite where a place is not known. */
function distanceM(a: ModelSite, b: ModelSite): number {
	return a.position && b.position ? lengthM(...a.position, ...b.position) : Infinity;
}

function findOrphaned(
	history: History,
	active: readonly ModelSite[],
	date: IsoDate
): OrphanedSite[] {
	const models = new Map(history.models.map((model) => [model.code, model]));
	const codes = new Set([...history.sites.values()].flat().map(({ code }) => code));
	const living = listLiving(history, date);
	return active.flatMap((site) => {
		const tests: Record<OrphanReason, boolean> = {
			'type-retired': isRetired(models.get(site.modelCode), date),
			'commune-closed': !living.has(site.unitId),
			'origin-unknown': site.replicatedFrom !== null && !codes.has(site.replicatedFrom)
		};
		const reasons = ORPHAN_REASONS.filter((reason) => tests[reason]);
		return reasons.length > 0 ? [{ site, reasons }] : [];
	});
}

function isRetired(model: CommunityModel | undefined, date: IsoDate): boolean {
	const retiredOn = model?.retiredOn ?? null;
	return retiredOn !== null && retiredOn <= date;
}

/** Ids of the units that are valid on a day, and of all that went over into one of them, be it in part. */
function listLiving(history: History, date: IsoDate): Set<number> {
	const valid = [...history.units.values()].filter((unit) => isValidOn(unit, date));
	return new Set(
		valid.flatMap(({ id }) => listAncestors(history.lineage, id).map(({ unitId }) => unitId))
	);
}
