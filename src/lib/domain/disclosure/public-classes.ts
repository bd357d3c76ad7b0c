import type { EvidenceLayer, TrendBase } from '../evidence/classes.ts';
import type { TrendAsked } from '../evidence/trend.ts';
import type { PublicCopy } from './public-copy.ts';
import { lastPublicYear, yearMonths } from './reported-years.ts';
import type { ClassMatrix } from '../class-matrix.ts';
import { frameFigures, layerMatrix, trendMatrix, type TrendScope } from '../frame-matrices.ts';
import type { History } from '../history.ts';
import { absenceCode } from '../map-class.ts';
import { monthPeriod, yearOf, type Month } from '../period.ts';
import { isAvailableIn, latestSelf } from '../reading.ts';
import { historyOfTrack } from '../track-history.ts';

/** Requested classes and months. */
export interface PublicClasses {
	track: string;
	layer: 'trend' | EvidenceLayer;
	months: { from: Month; to: Month };
	/** Ids of the communes around each one; only the layer of clusters asks. */
	around: ReadonlyMap<number, readonly number[]>;
}

/** Years before the last one that a base is made of. */
const BASE_YEARS: Record<PublicBase, readonly number[]> = {
	'same-period': [1],
	'three-years': [1, 2, 3]
};
type PublicBase = Exclude<TrendBase, 'before-approval'>;

/** The base of a public copy: the months before an approval are no whole year, so the year before stands for them. */
export function publicBase({ base, question }: TrendAsked): TrendAsked & { base: PublicBase } {
	return { base: base === 'before-approval' ? 'same-period' : base, question };
}

/**
 * Classes of a frame as the public may have them: computed for, and shown of, communes whose counts of the years
 * compared are shown; all others are not published. Every month shows the last whole year.
 */
export function publicMatrix(
	province: History,
	copy: PublicCopy,
	scope: Omit<TrendScope, 'track'>,
	asked: PublicClasses
): ClassMatrix {
	const { unitIds } = scope.frame;
	const { from, to } = asked.months;
	const months = Math.max(0, to - from + 1);
	const codes = new Uint8Array(unitIds.length * months);
	const history = historyOfTrack(province, asked.track);
	const known = new Map<number, number[]>();
	const codesOf = (year: number) => {
		let found = known.get(year);
		if (!found) known.set(year, (found = yearCodes(province, copy, scope, asked, year)));
		return found;
	};
	for (let month = from; month <= to; month++) {
		const { to: end } = yearMonths(yearOf(month));
		const whole = month === end ? yearOf(month) : yearOf(month) - 1;
		const year = Math.min(whole, lastPublicYear(history, asked.track, scope.last));
		codesOf(year).forEach((code, row) => {
			codes[row * months + month - from] = isAvailableIn(history, unitIds[row]!, month)
				? code
				: absenceCode('not-available');
		});
	}
	return { unitIds, fromMonth: from, months, codes };
}

/** Classes at the end of a year. */
function yearCodes(
	province: History,
	copy: PublicCopy,
	scope: Omit<TrendScope, 'track'>,
	{ track, layer, around }: PublicClasses,
	year: number
): number[] {
	const { frame } = scope;
	const { base, question } = publicBase(scope);
	const history = historyOfTrack(province, track);
	const { dataMonths, leading } = history;
	const indicator = leading.get(track);
	const first = dataMonths ? yearOf(dataMonths.from) : year;
	const before = layer === 'trend' ? BASE_YEARS[base].map((back) => year - back) : [];
	const years = [year, ...before.filter((each) => each >= first)];
	const shown = frame.unitIds.filter((id) =>
		years.every((each) => copy.showsUnit(indicator, each, latestSelf(province, id)))
	);
	const month = yearMonths(year).to;
	const { start } = monthPeriod(month, province.calendar);
	const only = {
		frame: { from: start, to: null, unitIds: shown },
		last: month,
		all: false,
		track,
		base,
		question
	};
	const figures = frameFigures(history, only);
	const matrix =
		layer === 'trend'
			? trendMatrix(history, figures, only)
			: lastOf(
					layerMatrix(
						...([history, figures, only, layer, { from: month, to: month }] as const),
						(id) => around.get(id) ?? []
					)
				);
	const codes = new Map(shown.map((id, row) => [id, matrix.codes[row]!]));
	return frame.unitIds.map((id) => codes.get(id) ?? absenceCode('not-published'));
}

function lastOf<T>(steps: Generator<undefined, T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
