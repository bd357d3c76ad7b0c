import type { EvidenceLayer, TrendClass } from './evidence/classes.ts';
import type { ClassMatrix } from './class-matrix.ts';
import { isActiveOn, SITES_NOT_AVAILABLE } from './community-model.ts';
import { firstApproval, populationOn, sitesOn, type History } from './history.ts';
import {
	absenceCode,
	clusterCode,
	detectedCode,
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
import { FrameFigures, type Months, type UnitFigures } from './evidence/frame-figures.ts';
import { unitTrend, unitTrendClass, type TrendAsked, type TrendResult } from './evidence/trend.ts';
import { lastYear, readWindow } from './evidence/windows.ts';
import { countsOn, type TrackHistory } from './track-history.ts';
import { knownAt } from './evidence/known-figures.ts';
import { noiseAt } from './evidence/yearly-noise.ts';

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

/** The figures that a frame's evidence is computed from; undefined without any reports. */
export function frameFigures(
	history: TrackHistory,
	{ frame, last }: MatrixScope
): FrameFigures | undefined {
	const { dataMonths } = history;
	if (!dataMonths || dataMonths.from > last) return undefined;
	const units = frame.unitIds.map((id): UnitFigures => {
		const unitId = latestSelf(history, id);
		const approval = firstApproval(history, unitId, history.track);
		return {
			counts: countsOn(history, unitId, last),
			populationOf: (year, until) => populationOn(history, unitId, year, until),
			...(approval === undefined ? {} : { approvedIn: monthOf(approval, history.calendar) })
		};
	});
	return new FrameFigures(units, { from: dataMonths.from, to: Math.min(last, dataMonths.to) });
}

/** Scope of evidence: a frame's months on a track, and what they are compared with. */
export interface TrendScope extends MatrixScope, TrendAsked {
	track: string;
}

/** A commune in one month: what the views beside the map draw. */
export interface MonthFigure {
	/** The last twelve months. */
	now: Exposed | Absence;
	trend: TrendResult;
	/** v: yearly noise of the frame's units; absent without any report. */
	noise?: number;
}

/** Figures of all units of a frame at the end of a month, in their order. */
export function monthFigures(
	history: TrackHistory,
	figures: FrameFigures | undefined,
	scope: TrendScope,
	month: Month
): MonthFigure[] {
	return scope.frame.unitIds.map((unitId, row) => {
		if (!isAvailableIn(history, unitId, month)) {
			return { now: 'not-available', trend: { missing: 'not-available' } };
		}
		if (!figures) return { now: 'not-reported', trend: { missing: 'not-reported' } };
		return {
			now: readWindow(figures, row, lastYear(month), 'own', month),
			noise: noiseAt(knownAt(figures, month), month).v,
			trend: unitTrend(figures, row, month, scope)
		};
	});
}

/** Trends of one unit at the end of each month that a scope shows. */
export function unitTrends(
	history: TrackHistory,
	figures: FrameFigures | undefined,
	scope: TrendScope,
	unitId: number
): TrendResult[] {
	const { from, to } = monthsShown(history, scope);
	const row = scope.frame.unitIds.indexOf(unitId);
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, column): TrendResult => {
		const month = from + column;
		if (row < 0 || !isAvailableIn(history, unitId, month)) return { missing: 'not-available' };
		return figures ? unitTrend(figures, row, month, scope) : { missing: 'not-reported' };
	});
}

/** Trend classes of a frame at the end of each month. */
export function trendMatrix(
	history: TrackHistory,
	figures: FrameFigures | undefined,
	scope: TrendScope
): ClassMatrix {
	const matrix = emptyMatrix(scope, monthsShown(history, scope));
	const codeOfTrend = history.detected.has(scope.track) ? detectedCode : trendCode;
	for (let column = 0; column < matrix.months; column++) {
		const month = matrix.fromMonth + column;
		scope.frame.unitIds.forEach((unitId, row) => {
			const found: TrendClass | Absence = !isAvailableIn(history, unitId, month)
				? 'not-available'
				: figures
					? unitTrendClass(figures, row, month, scope)
					: 'not-reported';
			matrix.codes[row * matrix.months + column] = codeOr(found, codeOfTrend);
		});
	}
	return matrix;
}

/**
 * Classes of the last twelve months in one layer, at the end of each of some months.
 *
 * @param neighboursOf ids of the communes around one
 * @yields after each month, so that others may work in between
 */
export function* layerMatrix(
	history: TrackHistory,
	figures: FrameFigures | undefined,
	scope: MatrixScope,
	layer: EvidenceLayer,
	months: Months,
	neighboursOf: (unitId: number) => readonly number[]
): Generator<undefined, ClassMatrix> {
	const matrix = emptyMatrix(scope, months);
	const { unitIds } = scope.frame;
	const rowOf = new Map(unitIds.map((id, row) => [id, row]));
	const around = unitIds.map((id) => neighboursOf(id).flatMap((other) => rowOf.get(other) ?? []));
	for (let column = 0; column < matrix.months; column++) {
		const month = matrix.fromMonth + column;
		const codes = figures
			? layerCodes(figures, month, layer, around)
			: unitIds.map(() => absenceCode('not-reported'));
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
	figures: FrameFigures,
	month: Month,
	layer: EvidenceLayer,
	around: readonly (readonly number[])[]
): number[] {
	switch (layer) {
		case 'rate':
			return rateLevels(figures, month).map((each) => codeOr(each, rateCode));
		case 'funnel':
			return funnelPlaces(figures, month).map((each) => codeOr(each, funnelCode));
		case 'cluster':
			return clusterClasses(figures, month, around).map((each) => codeOr(each, clusterCode));
	}
}

function codeOr<T extends string>(found: T | Absence, codeOf: (known: T) => number): number {
	return isAbsence(found) ? absenceCode(found) : codeOf(found);
}

function isAbsence(text: string): text is Absence {
	return (ABSENCES as readonly string[]).includes(text);
}

/** Highest count that a byte holds; no commune has as many sites. */
const MAX_SITES = 254;

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
				matrix.codes[at] = Math.min(MAX_SITES, active);
			}
		}
	});
	return matrix;
}
