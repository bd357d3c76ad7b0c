import type { ModelSite } from '../community-model.ts';
import { sitesOn, type History } from '../history.ts';
import { monthEnd, type IsoDate, type Month } from '../period.ts';
import { latestSelf } from '../reading.ts';
import type { Frame } from '../unit.ts';

/** Sites of one type by the commune of a frame that they lie in, the earliest first; no entry for a commune without. */
export type SitesByCommune = ReadonlyMap<number, readonly ModelSite[]>;

/** All sites of a type that were founded up to a day and ever ran, wherever they are, the earliest first. */
export function sitesOfType(
	history: Pick<History, 'sites'>,
	modelCode: string,
	until: IsoDate
): ModelSite[] {
	return [...history.sites.values()]
		.flat()
		.filter((site) => site.modelCode === modelCode && isCounted(site, until))
		.sort(byFounding);
}

/**
 * The sites of a type on the boundaries of a frame: those of former communes lie in the commune that holds more
 * than half of them, as on the map. A site that no commune of the frame holds is in no entry.
 *
 * @param until the last month counted; without it, all are
 */
export function sitesByCommune(
	history: History,
	frame: Frame,
	modelCode: string,
	until?: Month
): SitesByCommune {
	const last = until === undefined ? undefined : monthEnd(until, history.calendar);
	return new Map(
		frame.unitIds.flatMap((unitId): [number, ModelSite[]][] => {
			const sites = sitesOn(history, latestSelf(history, unitId))
				.filter((site) => site.modelCode === modelCode && isCounted(site, last))
				.sort(byFounding);
			return sites.length > 0 ? [[unitId, sites]] : [];
		})
	);
}

/** Founded up to a day, and not retired on the very day it was founded: that one never ran. */
function isCounted({ foundedOn, retiredOn }: ModelSite, until: IsoDate | undefined): boolean {
	const ran = retiredOn === null || foundedOn < retiredOn;
	return ran && (until === undefined || foundedOn <= until);
}

function byFounding(a: ModelSite, b: ModelSite): number {
	if (a.foundedOn !== b.foundedOn) return a.foundedOn < b.foundedOn ? -1 : 1;
	return a.id - b.id;
}
