import { isActiveOn, type ModelSite } from '#lib/domain/community-model.ts';
import { frameMonths, sitesOn, type History } from '#lib/domain/history.ts';
import { adopters, countApproved } from '#lib/domain/models/adopters.ts';
import { adoptionCurve } from '#lib/domain/models/adoption-curve.ts';
import { traceCopies } from '#lib/domain/models/copies.ts';
import { reviewSites } from '#lib/domain/models/review.ts';
import { sitesByCommune, sitesOfType } from '#lib/domain/models/sites-by-commune.ts';
import { spreadToNeighbours } from '#lib/domain/models/spread.ts';
import { monthEnd, type Month } from '#lib/domain/period.ts';
import type { Frame, Unit } from '#lib/domain/unit.ts';
import type {
	ModelCommune,
	ModelReview,
	ModelRow,
	ModelSiteRow,
	ModelStudy
} from '#lib/view/model-wire.ts';
import type { Queryable } from '../db/database.ts';
import { findFrameFrom, type Province } from '../province.ts';
import { getNeighbours } from './neighbours.ts';

/** Parameters of a study, as in the address. */
export interface ModelQuestion {
	/** Code of the type; the one in the most communes where it is none. */
	model: string | null;
	/** First day of the boundaries; today's where it is none. */
	on: string | null;
	track: string;
	/** The month that is now. */
	last: Month;
}

/**
 * How a type of community model came to the communes of a frame. A type or boundaries that are not known, such as
 * in an old link, give way to the usual ones; the answer names what it is about.
 *
 * @returns undefined while there are no types or no boundaries
 */
export async function getModelStudy(
	db: Queryable,
	province: Province,
	{ model, on, track, last }: ModelQuestion
): Promise<ModelStudy | undefined> {
	const { history } = province;
	const frame = (on === null ? undefined : findFrameFrom(province, on)) ?? history.frames.at(-1);
	if (!frame || history.models.length === 0) return undefined;
	const until = frameMonths(frame, last, history.calendar).to;
	const models = listModels(history, frame, until);
	const code = models.find((row) => row.model.code === model)?.model.code ?? models[0]!.model.code;
	const around = await province.once(`neighbours ${frame.from}`, () => getNeighbours(db, frame));
	const communes = sitesByCommune(history, frame, code, until);
	const sites = sitesOfType(history, code, monthEnd(until, history.calendar));
	const placed = [...communes.values()].flat().length;
	const everyCode = new Map([...history.sites.values()].flat().map((site) => [site.code, site]));
	const adopted = adopters(history, frame, code, until);
	const rowOf = siteRows(history);
	const copies = traceCopies(sites, (origin) => everyCode.get(origin), history.calendar);
	return {
		models,
		model: code,
		frame: frame.from,
		until,
		unplaced: sites.length - placed,
		curve: adoptionCurve(communes, frame.unitIds.length, until, history.calendar),
		copies: {
			...copies,
			children: copies.children.map((child) => ({ ...child, site: rowOf(child.site) }))
		},
		spread: spreadToNeighbours(frame.unitIds, communes, (id) => around.get(id) ?? []),
		crime: countApproved(history, adopted.keys(), track, until),
		review: province.once(`site review ${last}`, () => review(history, last, rowOf))
	};
}

function listModels(history: History, frame: Frame, until: Month): ModelRow[] {
	const day = monthEnd(until, history.calendar);
	return history.models
		.map(({ code, nameVi, nameEn, retiredOn }) => {
			const sites = sitesOfType(history, code, day);
			const communes = [...sitesByCommune(history, frame, code, until).values()];
			return {
				model: { code, nameVi, nameEn, retiredOn },
				sites: sites.filter((site) => isActiveOn(site, day)).length,
				communes: communes.filter((own) => own.some((site) => isActiveOn(site, day))).length,
				copies: sites.filter(({ replicatedFrom }) => replicatedFrom !== null).length
			};
		})
		.sort((a, b) => b.communes - a.communes || (a.model.code < b.model.code ? -1 : 1));
}

function review(
	history: History,
	last: Month,
	rowOf: (site: ModelSite) => ModelSiteRow
): ModelReview {
	const { idle, doubled, orphaned } = reviewSites(history, monthEnd(last, history.calendar));
	return {
		idle: idle.map(rowOf),
		doubled: doubled.map((group) => ({ ...group, sites: group.sites.map(rowOf) })),
		orphaned: orphaned.map(({ site, reasons }) => ({ site: rowOf(site), reasons }))
	};
}

/** Sites as they are sent, each with the commune of today that holds it, or the one that it was founded in. */
function siteRows(history: History): (site: ModelSite) => ModelSiteRow {
	const today = history.frames.at(-1)!;
	const holders = new Map(
		today.unitIds.flatMap((unitId) =>
			sitesOn(history, unitId).map(({ id }) => [id, history.units.get(unitId)!] as const)
		)
	);
	return (site) => ({
		id: site.id,
		code: site.code,
		name: site.name,
		modelCode: site.modelCode,
		foundedOn: site.foundedOn,
		commune: communeOf(holders.get(site.id) ?? history.units.get(site.unitId)!)
	});
}

function communeOf({ code, name, kind, validFrom, validTo }: Unit): ModelCommune {
	return { code, name, kind, validFrom, validTo };
}
