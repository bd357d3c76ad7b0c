import type { ModelSite } from '#lib/domain/community-model.ts';
import type { History } from '#lib/domain/history.ts';
import { NameIndex } from '#lib/domain/name-index.ts';
import type { IsoDate } from '#lib/domain/period.ts';
import { latestSelf } from '#lib/domain/reading.ts';
import { listAncestors } from '#lib/domain/succession.ts';
import { fullName, isValidOn, type Frame, type Unit } from '#lib/domain/unit.ts';
import type { FrameSite, FrameSites } from '#lib/view/site-wire.ts';
import type { Province } from '../province.ts';

/**
 * The types of community models, and every site that was ever founded, on the boundaries of a frame.
 *
 * A site lies in the commune that holds more than half of its own, as in the counts of the map.
 */
export function listFrameSites(
	{ history }: Pick<Province, 'history'>,
	{ unitIds }: Pick<Frame, 'unitIds'>
): FrameSites {
	const holders = holdersOf(history, unitIds);
	const sites = [...history.sites.values()].flat().sort(byFounding);
	const byCode = new Map(sites.map((site) => [site.code, site]));
	const findCommune = communeFinder(history);
	const originOf = ({ replicatedFrom, foundedOn }: ModelSite) => {
		if (replicatedFrom === null) return { originId: null, originUnitId: null };
		const site = byCode.get(replicatedFrom);
		const commune = site?.unitId ?? findCommune(replicatedFrom, foundedOn)?.id;
		return {
			originId: site?.id ?? null,
			originUnitId: commune === undefined ? null : (holders.get(commune) ?? null)
		};
	};
	return {
		types: history.models.map(({ code, nameVi, nameEn }) => ({ code, nameVi, nameEn })),
		sites: sites.map((site): FrameSite => {
			const founded = history.units.get(site.unitId);
			return {
				id: site.id,
				type: site.modelCode,
				foundedOn: site.foundedOn,
				closedOn: site.retiredOn,
				position: site.position,
				unitId: holders.get(site.unitId) ?? null,
				commune: founded ? fullName(founded) : '',
				origin: site.replicatedFrom,
				...originOf(site)
			};
		})
	};
}

/** For each unit, the one of a frame that holds more than half of it: the rule of `sitesOn`. */
function holdersOf(history: History, unitIds: readonly number[]): Map<number, number> {
	const holders = new Map<number, number>();
	for (const holder of unitIds) {
		for (const { unitId, weight } of listAncestors(history.lineage, latestSelf(history, holder))) {
			if (weight > 0.5) holders.set(unitId, holder);
		}
	}
	return holders;
}

/**
 * Finds the commune that a stated origin means, where it is no site's code: by the code or the name that it had on
 * a day. A name that several communes had means none of them.
 */
function communeFinder(history: History): (text: string, day: IsoDate) => Unit | undefined {
	const communes = [...history.units.values()].filter(({ level }) => level === 'commune');
	let names: NameIndex<Unit> | undefined;
	return (text, day) => {
		const byCode = communes.find((unit) => unit.code === text && isValidOn(unit, day));
		if (byCode) return byCode;
		names ??= new NameIndex(communes);
		const found = names.find(text, (unit) => isValidOn(unit, day));
		return found.length === 1 ? found[0] : undefined;
	};
}

function byFounding(a: ModelSite, b: ModelSite): number {
	if (a.foundedOn !== b.foundedOn) return a.foundedOn < b.foundedOn ? -1 : 1;
	return a.id - b.id;
}
