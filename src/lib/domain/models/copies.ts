import type { ModelSite } from '../community-model.ts';
import { monthOf, type Scheme } from '../period.ts';

/** A site with how many others state that they were copied from it. */
export interface CopiedSite {
	site: ModelSite;
	copies: number;
}

/** Who copied from whom, by what sites state about themselves and nothing else. */
export interface Copies {
	sites: number;
	/** Sites that state an origin, be it known or not. */
	stated: number;
	/** Of these, sites whose stated origin is not there. */
	unknown: number;
	/** Whether enough sites state an origin to speak of spreading. */
	enough: boolean;
	/** Sites that were copied, the most copied first. */
	children: CopiedSite[];
	/** Sites by the number of copyings behind them: first those that state none, then their copies, and so on. */
	generations: number[];
	/** Half of the copies came within so many months after their origin; undefined without any. */
	medianMonths?: number;
}

/** With a smaller share of stated origins nothing is said about spreading. */
export const ENOUGH_STATED = 0.8;

/**
 * Follows the stated origins of a type's sites.
 *
 * A copy that is older than its origin, or that leads back to itself, has no months to copy and no generation of
 * its own: it counts as one that states none.
 *
 * @param sites all sites of the type
 * @param originOf finds a site of any type by its code
 */
export function traceCopies(
	sites: readonly ModelSite[],
	originOf: (code: string) => ModelSite | undefined,
	calendar: Scheme
): Copies {
	const stated = sites.filter(({ replicatedFrom }) => replicatedFrom !== null);
	const copied = stated.flatMap((site) => {
		const origin = originOf(site.replicatedFrom!);
		return origin ? [{ site, origin }] : [];
	});
	const months = copied
		.filter(({ site, origin }) => isLater(site, origin))
		.map(
			({ site, origin }) => monthOf(site.foundedOn, calendar) - monthOf(origin.foundedOn, calendar)
		);
	const medianMonths = medianOf(months);
	return {
		sites: sites.length,
		stated: stated.length,
		unknown: stated.length - copied.length,
		enough: sites.length > 0 && stated.length >= ENOUGH_STATED * sites.length,
		children: countChildren(copied.map(({ origin }) => origin)),
		generations: countGenerations(sites, originOf),
		...(medianMonths === undefined ? {} : { medianMonths })
	};
}

function countChildren(origins: readonly ModelSite[]): CopiedSite[] {
	const children = new Map<number, CopiedSite>();
	for (const site of origins) {
		const known = children.get(site.id);
		if (known) known.copies++;
		else children.set(site.id, { site, copies: 1 });
	}
	return [...children.values()].sort(
		(a, b) => b.copies - a.copies || (a.site.foundedOn < b.site.foundedOn ? -1 : 1)
	);
}

/** Origins are always older, so that following them ends. */
function countGenerations(
	sites: readonly ModelSite[],
	originOf: (code: string) => ModelSite | undefined
): number[] {
	const counts: number[] = [];
	for (const site of sites) {
		let generation = 0;
		let current = site;
		for (;;) {
			const origin = current.replicatedFrom === null ? undefined : originOf(current.replicatedFrom);
			if (!origin || !isLater(current, origin)) break;
			current = origin;
			generation++;
		}
		counts[generation] = (counts[generation] ?? 0) + 1;
	}
	return Array.from(counts, (count) => count ?? 0);
}

/** Copied on the same day counts: the earlier row is the origin. */
function isLater(site: ModelSite, origin: ModelSite): boolean {
	return (
		origin.foundedOn < site.foundedOn ||
		(origin.foundedOn === site.foundedOn && origin.id < site.id)
	);
}

function medianOf(values: readonly number[]): number | undefined {
	const sorted = values.toSorted((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)];
	const lower = sorted[Math.ceil(sorted.length / 2) - 1];
	return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}
