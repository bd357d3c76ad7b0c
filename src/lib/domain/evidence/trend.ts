import type { Absence } from '../observation.ts';
import type { Month } from '../period.ts';
import { chanceFell, type TwoWindows } from './change-model.ts';
import type { TrendBase, TrendClass, TrendQuestion } from './classes.ts';
import type { FrameFigures } from './frame-figures.ts';
import { baseWindow, lastYear, readWindow, yearsOf, type Window } from './windows.ts';
import { knownAt } from './known-figures.ts';
import { noiseAt } from './yearly-noise.ts';

/** Parameters of a trend: against which months, and against itself or the course of the province. */
export interface TrendAsked {
	base: TrendBase;
	question: TrendQuestion;
}

/** A trend with everything that it rests on. */
export interface Trend {
	class: TrendClass;
	/** Chance that the level is lower now than in the base, given the data. */
	probabilityFalling: number;
	now: Window;
	base: Window;
	/** What the change model was given. */
	windows: TwoWindows;
	/** v: yearly noise of the frame's units; `assumed` where it could not be estimated. */
	noise: { v: number; assumed: boolean };
}

export type TrendResult = { trend: Trend } | { missing: Absence };

/** Fewer cases of the other units in a window do not tell the province's course. */
const MIN_OTHERS = 20;

/** The class of a probability: evidence of at least 95 % falls or rises, of at least 80 % leans. */
export function trendClassOf(probability: number): TrendClass {
	if (probability >= 0.95) return 'falling';
	if (probability >= 0.8) return 'leaning-falling';
	if (probability > 0.2) return 'unclear';
	if (probability > 0.05) return 'leaning-rising';
	return 'rising';
}

/**
 * The trend of one unit at the end of a month, or why there is none.
 *
 * @param unit place in the frame
 */
export function unitTrend(
	figures: FrameFigures,
	unit: number,
	at: Month,
	{ base, question }: TrendAsked
): TrendResult {
	const compared = compareWindows(figures, unit, at, { base, question });
	if (typeof compared === 'string') return { missing: compared };
	const { v, estimate } = noiseAt(knownAt(figures, at), at);
	const probability = chanceFell(compared.windows);
	return {
		trend: {
			class: trendClassOf(probability),
			probabilityFalling: probability,
			...compared,
			noise: { v, assumed: estimate === undefined }
		}
	};
}

/** The class of one unit's trend, or why there is none: all that a map needs. */
export function unitTrendClass(
	figures: FrameFigures,
	unit: number,
	at: Month,
	asked: TrendAsked
): TrendClass | Absence {
	const compared = compareWindows(figures, unit, at, asked);
	return typeof compared === 'string' ? compared : trendClassOf(chanceFell(compared.windows));
}

/** Trends of all units of a frame at the end of a month, in their order. */
export function computeTrends(figures: FrameFigures, at: Month, asked: TrendAsked): TrendResult[] {
	return figures.units.map((_, unit) => unitTrend(figures, unit, at, asked));
}

function compareWindows(
	figures: FrameFigures,
	unit: number,
	at: Month,
	{ base, question }: TrendAsked
): Pick<Trend, 'now' | 'base' | 'windows'> | Absence {
	const now = readWindow(figures, unit, lastYear(at), question, at);
	if (typeof now === 'string') return now;
	const months = baseWindow(base, at, figures.units[unit]!.approvedIn, figures.data.from);
	if (typeof months === 'string') return months;
	const before = readWindow(figures, unit, months, question, at);
	if (typeof before === 'string') return before;
	return compare(figures, now, before, question, at);
}

/**
 * Puts two windows of a unit into the change model; ω² is the noise of both, and for the question "province" that
 * of the province's own counts.
 *
 * @param noiseIn month whose yearly noise is used; by default the month itself
 */
export function compare(
	figures: FrameFigures,
	now: Window,
	base: Window,
	question: TrendQuestion,
	at: Month,
	noiseIn: Month = at
): Pick<Trend, 'now' | 'base' | 'windows'> | Absence {
	const known = knownAt(figures, at);
	let noise = Math.log1p(noiseAt(known, noiseIn).v) * (1 / yearsOf(now) + 1 / yearsOf(base));
	if (question === 'province') {
		const [casesNow, casesBefore] = [known.provinceCasesIn(now), known.provinceCasesIn(base)];
		if (casesNow - now.count < MIN_OTHERS || casesBefore - base.count < MIN_OTHERS) {
			return 'too-few-others';
		}
		noise += 1 / casesNow + 1 / casesBefore;
	}
	// Without weights (no case anywhere in those months) person-years alone are left.
	const weighted = now.weight > 0 && base.weight > 0;
	return {
		now,
		base,
		windows: {
			now: now.count,
			before: base.count,
			noise,
			ratio: weighted ? now.weight / base.weight : now.exposure / base.exposure
		}
	};
}
