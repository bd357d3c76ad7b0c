import type { EvidenceLayer, TrendBase } from './evidence/classes.ts';
import type { ClassMatrix } from './class-matrix.ts';
import { isActiveOn, SITES_NOT_AVAILABLE } from './community-model.ts';
import { firstApproval, populationOn, sitesOn, type History } from './history.ts';
import {
	absenceCode,
	clusterCode,
	funnelCode,
	rateCode,
	statusCode,
	trendCode
} from './map-class.ts';
import { clusterClasses, funnelPlaces, rateLevels } from './evidence/layers.ts';
import { ABSENCES, type Absence } from './observation.ts';
import { monthEnd, monthOf, type Month } from './period.ts';
import {
	isAvailableIn,
	latestSelf,
	makeupClass,
	makeupRuns,
	monthsShown,
	type MatrixScope
} from './reading.ts';
import type { Exposed } from './evidence/smoothing.ts';
import { computeTrends, exposeYear, type TrendInput, type TrendResult } from './evidence/trend.ts';
import { countsOn, historyOfTrack, type TrackHistory } from './track-history.ts';

function emptyMatrix(
	{ frame }: MatrixScope,
	{ from, to }: { from: Month; to: Month }
): ClassMatrix {
	const months = Math.max(0, to - from + 1);
	return {
		unitIds: frame.unitIds,
		fromMonth: from,
		months,
		codes: new Uint8Array(frame.unitIds.length * months)
	};
}

/** Status classes of a frame on the last day of each month. */
export function statusMatrix(history: History, scope: MatrixScope, track: string): ClassMatrix {
	const months = monthsShown(history, scope);
	const matrix = emptyMatrix(scope, months);
	scope.frame.unitIds.forEach((unitId, row) => {
		for (const { from, makeup } of makeupRuns(history, unitId, track, months)) {
			const status = makeupClass(makeup);
			const code = status === undefined ? absenceCode('not-available') : statusCode(status);
			matrix.codes.fill(
				code,
				row * matrix.months + from - matrix.fromMonth,
				(row + 1) * matrix.months
			);
		}
	});
	return matrix;
}

/** The inputs of a frame's trends: counts carried onto its boundaries, population, approval. */
function trendInputs(history: TrackHistory, { frame, last }: MatrixScope): TrendInput[] {
	return frame.unitIds.map((id) => {
		const unitId = latestSelf(history, id);
		const approval = firstApproval(history, unitId, history.track);
		const byYear = new Map<number, number | undefined>();
		return {
			counts: countsOn(history, unitId, last),
			populationOf: (year) => {
				if (!byYear.has(year)) byYear.set(year, populationOn(history, unitId, year));
				return byYear.get(year);
			},
			...(approval === undefined ? {} : { approvedIn: monthOf(approval, history.calendar) })
		};
	});
}

/** Trends of a frame: for each of its months, one result a unit. */
export function frameTrends(province: History, scope: TrendScope): TrendResult[][] {
	const history = historyOfTrack(province, scope.track);
	const { from, to } = monthsShown(history, scope);
	const inputs = trendInputs(history, scope);
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, column) => {
		const month = from + column;
		const results = history.dataMonths
			? computeTrends(inputs, month, scope.base, history.dataMonths)
			: inputs.map(() => ({ missing: 'not-reported' as const }));
		return results.map((result, row) =>
			isAvailableIn(history, scope.frame.unitIds[row]!, month)
				? result
				: { missing: 'not-available' as const }
		);
	});
}

/** What evidence is asked of: a frame's months on a track, against a base. */
export interface TrendScope extends MatrixScope {
	track: string;
	base: TrendBase;
}

/** A commune in one month: what the views beside the map draw. */
export interface MonthFigure {
	/** The last twelve months. */
	now: Exposed | Absence;
	trend: TrendResult;
}

/** Figures of all units of a frame at the end of a month, in their order. */
export function monthFigures(province: History, scope: TrendScope, month: Month): MonthFigure[] {
	const history = historyOfTrack(province, scope.track);
	const inputs = trendInputs(history, scope);
	const data = history.dataMonths;
	const trends = data ? computeTrends(inputs, month, scope.base, data) : [];
	return inputs.map((input, row) => {
		const absence: Absence | undefined = !isAvailableIn(history, scope.frame.unitIds[row]!, month)
			? 'not-available'
			: data
				? undefined
				: 'not-reported';
		return absence
			? { now: absence, trend: { missing: absence } }
			: { now: exposeYear(input, month, data!), trend: trends[row]! };
	});
}

/** Trend classes of a frame at the end of each month. */
export function trendMatrix(
	history: History,
	scope: MatrixScope,
	trends: readonly (readonly TrendResult[])[]
): ClassMatrix {
	const matrix = emptyMatrix(scope, monthsShown(history, scope));
	trends.forEach((results, column) => {
		results.forEach((result, row) => {
			matrix.codes[row * matrix.months + column] =
				'trend' in result ? trendCode(result.trend.class) : absenceCode(result.missing);
		});
	});
	return matrix;
}

/**
 * Classes of the last twelve months in one layer, at the end of each of some months.
 *
 * @param neighboursOf ids of the communes around one
 * @yields after each month, so that others may work in between
 */
export function* layerMatrix(
	province: History,
	scope: MatrixScope,
	track: string,
	layer: EvidenceLayer,
	months: { from: Month; to: Month },
	neighboursOf: (unitId: number) => readonly number[]
): Generator<undefined, ClassMatrix> {
	const history = historyOfTrack(province, track);
	const matrix = emptyMatrix(scope, months);
	const inputs = trendInputs(history, scope);
	const { unitIds } = scope.frame;
	const rowOf = new Map(unitIds.map((id, row) => [id, row]));
	const around = unitIds.map((id) => neighboursOf(id).flatMap((other) => rowOf.get(other) ?? []));
	for (let column = 0; column < matrix.months; column++) {
		const month = matrix.fromMonth + column;
		const codes = layerCodes(inputs, month, history.dataMonths, layer, around);
		codes.forEach((code, row) => {
			matrix.codes[row * matrix.months + column] = isAvailableIn(history, unitIds[row]!, month)
				? code
				: absenceCode('not-available');
		});
		yield;
	}
	return matrix;
}

function layerCodes(
	inputs: readonly TrendInput[],
	month: Month,
	data: TrackHistory['dataMonths'],
	layer: EvidenceLayer,
	around: readonly (readonly number[])[]
): number[] {
	if (!data) return inputs.map(() => absenceCode('not-reported'));
	switch (layer) {
		case 'rate':
			return rateLevels(inputs, month, data).map((each) => codeOr(each, rateCode));
		case 'funnel':
			return funnelPlaces(inputs, month, data).map((each) => codeOr(each, funnelCode));
		case 'cluster':
			return clusterClasses(inputs, month, data, around).map((each) => codeOr(each, clusterCode));
	}
}

function codeOr<T extends string>(found: T | Absence, codeOf: (known: T) => number): number {
	return isAbsence(found) ? absenceCode(found) : codeOf(found);
}

function isAbsence(text: string): text is Absence {
	return (ABSENCES as readonly string[]).includes(text);
}

/** Highest count that a byte holds; no commune has as many sites. */
const MOST_SITES = 254;

/** Numbers of active sites (not classes) of a frame on the last day of each month. */
export function siteCountMatrix(history: History, scope: MatrixScope): ClassMatrix {
	const matrix = emptyMatrix(scope, monthsShown(history, scope));
	scope.frame.unitIds.forEach((unitId, row) => {
		const sites = sitesOn(history, latestSelf(history, unitId));
		for (let column = 0; column < matrix.months; column++) {
			const month = matrix.fromMonth + column;
			const at = row * matrix.months + column;
			if (!isAvailableIn(history, unitId, month)) matrix.codes[at] = SITES_NOT_AVAILABLE;
			else if (sites.length > 0) {
				const date = monthEnd(month, history.calendar);
				const active = sites.filter((site) => isActiveOn(site, date)).length;
				matrix.codes[at] = Math.min(MOST_SITES, active);
			}
		}
	});
	return matrix;
}
