import { changeMoments } from '../evidence/change-model.ts';
import type { FrameFigures, Months } from '../evidence/frame-figures.ts';
import { levelMoments, shrinkLevel, type Exposed } from '../evidence/smoothing.ts';
import { unitTrend } from '../evidence/trend.ts';
import { readWindow, yearsOf } from '../evidence/windows.ts';
import type { Month } from '../period.ts';
import { lookAt, watchBase } from '../watch/look.ts';
import { knownAt } from '../evidence/known-figures.ts';
import { noiseAt } from '../evidence/yearly-noise.ts';

/** A figure that is not known exactly: normal for changes, gamma for levels. */
export interface Uncertain {
	mean: number;
	deviation: number;
}

/** What a commune's urgency is judged by, as far as its cases tell; all of it with its uncertainty. */
export interface CrimeValues {
	/** Level of the last three years over the province's mean. */
	level?: Uncertain;
	/** People in the last of those years: what a neighbour's level weighs. */
	people?: number;
	/** δ of the last twelve months against the same period. */
	rising?: Uncertain;
	/** δ of the watch list's windows. */
	relapse?: Uncertain;
}

const LEVEL_MONTHS = 36;
/** Fewer months say too little of a level. */
const MIN_MONTHS = 6;
/** A level near 0 is not known better than one of a fifth of the mean. */
const MIN_SHARE = 0.2;

/** The months that levels are taken from: the last 36, or as many as there are; undefined for fewer than six. */
function levelMonths(at: Month, data: Months): Months | undefined {
	const window = { from: Math.max(data.from, at - LEVEL_MONTHS + 1), to: at };
	return window.to - window.from + 1 < MIN_MONTHS ? undefined : window;
}

/**
 * The values of all units of a frame, by what was known at the end of a month.
 *
 * Levels are drawn back towards the mean as far as they are chance or noise of the years (section "rates and levels");
 * their variance is a′(1 − w)·max(0.2, EB/m), as shares of the mean.
 *
 * @param recognisedIn month of each unit's recognition by then; undefined for those that do not count as transformed
 */
export function crimeValues(
	figures: FrameFigures,
	at: Month,
	recognisedIn: (unit: number) => Month | undefined
): CrimeValues[] {
	const levels = readLevels(figures, at);
	return figures.units.map((_, unit): CrimeValues => {
		const rising = changeOf(figures, unit, at);
		const relapse = relapseOf(figures, unit, at, recognisedIn(unit));
		return {
			...levels[unit],
			...(rising ? { rising } : {}),
			...(relapse ? { relapse } : {})
		};
	});
}

function readLevels(figures: FrameFigures, at: Month): Pick<CrimeValues, 'level' | 'people'>[] {
	const window = levelMonths(at, figures.data);
	if (!window) return figures.units.map(() => ({}));
	const areas = figures.units.map((_, unit): Exposed | undefined => {
		const read = readWindow(figures, unit, window, 'own', at);
		return typeof read === 'string' ? undefined : read;
	});
	const { v } = noiseAt(knownAt(figures, at), at);
	const moments = levelMoments(
		areas.filter((area) => area !== undefined),
		v,
		yearsOf(window)
	);
	return areas.map((area) => {
		if (!area || !moments) return {};
		const people = area.exposure / yearsOf(window);
		if (moments.m === 0) return { people, level: { mean: 1, deviation: 0 } };
		const { rate, signal } = shrinkLevel(area, moments);
		const mean = rate / moments.m;
		const variance = (moments.a / moments.m ** 2) * (1 - signal) * Math.max(MIN_SHARE, mean);
		return { people, level: { mean, deviation: Math.sqrt(variance) } };
	});
}

function changeOf(figures: FrameFigures, unit: number, at: Month): Uncertain | undefined {
	const result = unitTrend(figures, unit, at, { base: 'same-period', question: 'own' });
	return 'trend' in result ? changeMoments(result.trend.windows) : undefined;
}

/** Against the months after recognition; where those are not over yet, or there are none, against those before. */
function relapseOf(
	figures: FrameFigures,
	unit: number,
	at: Month,
	recognised: Month | undefined
): Uncertain | undefined {
	for (const since of new Set([recognised, undefined])) {
		const look = lookAt(figures, unit, at, watchBase(since, at, figures.data), -Infinity);
		if (typeof look !== 'string') return changeMoments(look.windows);
	}
	return undefined;
}
