import type { ClassMatrix } from './class-matrix.ts';
import { isActiveOn } from './community-model.ts';
import {
	compositionOf,
	crimesOn,
	firstApproval,
	frameMonths,
	populationOn,
	recordOf,
	sitesOn,
	type History
} from './history.ts';
import { findCommonStatus } from './composition.ts';
import { absenceCode, statusCode, trendCode, type StatusClass } from './map-class.ts';
import { lastDay, monthOfDate, type Month } from './period.ts';
import { statusAt } from './status.ts';
import { computeTrends, type TrendBase, type TrendInput, type TrendResult } from './trend.ts';
import type { Frame } from './unit.ts';

function emptyMatrix(frame: Frame, last: Month): ClassMatrix {
	const { from, to } = frameMonths(frame, last);
	const months = Math.max(0, to - from + 1);
	return {
		unitIds: frame.unitIds,
		fromMonth: from,
		months,
		codes: new Uint8Array(frame.unitIds.length * months)
	};
}

/** Status classes of a frame on the last day of each month. */
export function statusMatrix(
	history: History,
	frame: Frame,
	track: string,
	last: Month
): ClassMatrix {
	const matrix = emptyMatrix(frame, last);
	frame.unitIds.forEach((unitId, row) => {
		const record = recordOf(history, unitId, track);
		const composition = compositionOf(history, unitId, track);
		const inherited: StatusClass = composition
			? (findCommonStatus(composition) ?? 'mixed')
			: 'none';
		for (let column = 0; column < matrix.months; column++) {
			const own = statusAt(record, lastDay(matrix.fromMonth + column));
			matrix.codes[row * matrix.months + column] = statusCode(own === 'none' ? inherited : own);
		}
	});
	return matrix;
}

/** The inputs of a frame's trends: crimes carried onto its boundaries, population, approval. */
function trendInputs(history: History, frame: Frame, track: string, last: Month): TrendInput[] {
	return frame.unitIds.map((unitId) => {
		const approval = firstApproval(history, unitId, track);
		const byYear = new Map<number, number | undefined>();
		return {
			counts: crimesOn(history, unitId, last),
			populationOf: (year) => {
				if (!byYear.has(year)) byYear.set(year, populationOn(history, unitId, year));
				return byYear.get(year);
			},
			...(approval === undefined ? {} : { approvedIn: monthOfDate(approval) })
		};
	});
}

/** Trends of a frame: for each of its months, one result a unit. */
export function frameTrends(
	history: History,
	frame: Frame,
	track: string,
	base: TrendBase,
	last: Month
): TrendResult[][] {
	const { from, to } = frameMonths(frame, last);
	const inputs = trendInputs(history, frame, track, last);
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, column) =>
		history.dataMonths
			? computeTrends(inputs, from + column, base, history.dataMonths)
			: inputs.map(() => ({ missing: 'not-reported' as const }))
	);
}

/** Trend classes of a frame at the end of each month. */
export function trendMatrix(
	frame: Frame,
	last: Month,
	trends: readonly (readonly TrendResult[])[]
): ClassMatrix {
	const matrix = emptyMatrix(frame, last);
	trends.forEach((results, column) => {
		results.forEach((result, row) => {
			matrix.codes[row * matrix.months + column] =
				'trend' in result ? trendCode(result.trend.class) : absenceCode(result.missing);
		});
	});
	return matrix;
}

/** Highest count that a byte holds; no commune has as many sites. */
const MOST_SITES = 255;

/** Numbers of active sites (not classes) of a frame on the last day of each month. */
export function siteCountMatrix(history: History, frame: Frame, last: Month): ClassMatrix {
	const matrix = emptyMatrix(frame, last);
	frame.unitIds.forEach((unitId, row) => {
		const sites = sitesOn(history, unitId);
		if (sites.length === 0) return;
		for (let column = 0; column < matrix.months; column++) {
			const date = lastDay(matrix.fromMonth + column);
			const active = sites.filter((site) => isActiveOn(site, date)).length;
			matrix.codes[row * matrix.months + column] = Math.min(MOST_SITES, active);
		}
	});
	return matrix;
}
