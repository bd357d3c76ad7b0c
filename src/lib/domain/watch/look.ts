import type { FrameFigures, Months } from '../evidence/frame-figures.ts';
import { tailChance, type TailChance } from '../evidence/tail-chance.ts';
import { compare } from '../evidence/trend.ts';
import { lastYear, windowOf } from '../evidence/windows.ts';
import { toMonth, yearOf, type Month } from '../period.ts';
import type { TwoWindows } from '../evidence/change-model.ts';
import { knownAt } from '../evidence/known-figures.ts';
import { noiseAt } from '../evidence/yearly-noise.ts';

/** Months that a level is taken from, and the fewest of them that must have been reported. */
const BASE_MONTHS = 24;
const MIN_BASE = 12;
/** The fewest reported months of the last twelve. */
const MIN_NOW = 10;

/** Why a commune cannot be looked at in a month. */
export type WatchAbsence = 'too-short' | 'not-reported' | 'no-population' | 'too-few-others';

/** What a look in one month sees. */
export interface Look {
	base: Months;
	now: Months;
	/** Cases now and before. */
	recorded: number;
	recordedBefore: number;
	/** μ: cases to be expected now at the level of before and the course of the province. */
	usual: number;
	windows: TwoWindows;
	/** v: yearly noise as it was at the beginning of the year. */
	noise: number;
	tail: TailChance;
}

/**
 * The 24 months after recognition, or for a commune that was never transformed those before the last twelve.
 *
 * @param recognised month of recognition
 */
export function watchBase(recognised: Month | undefined, at: Month, data: Months): Months {
	const from =
		recognised === undefined
			? lastYear(at).from - BASE_MONTHS
			: Math.max(data.from, recognised + 1);
	return { from, to: from + BASE_MONTHS - 1 };
}

/**
 * Holds a commune's last twelve months against its base, both by the course of the province, as both were known in a
 * month.
 *
 * The yearly noise is that of the year's first month, so that limits stand still while months are added.
 *
 * @param since first month that counts: the one after an acknowledgement
 */
export function lookAt(
	figures: FrameFigures,
	unit: number,
	at: Month,
	base: Months,
	since: Month
): Look | WatchAbsence {
	const year = lastYear(at);
	const now = { from: Math.max(year.from, since), to: at };
	if (base.from < figures.data.from || now.from <= base.to) return 'too-short';
	if (now.to - now.from + 1 < MIN_NOW) return 'too-short';
	if (figures.reportedIn(unit, base) < MIN_BASE) return 'not-reported';
	if (figures.reportedIn(unit, now) < MIN_NOW) return 'not-reported';
	const known = windowOf(figures, unit, now, 'province', at);
	const before = windowOf(figures, unit, base, 'province', at);
	if (!(known.exposure > 0 && before.exposure > 0)) return 'no-population';
	const january = Math.max(figures.data.from, toMonth(yearOf(at), 1));
	const compared = compare(figures, known, before, 'province', at, january);
	if (typeof compared === 'string') return 'too-few-others';
	return {
		base,
		now,
		recorded: known.count,
		recordedBefore: before.count,
		usual: before.count * compared.windows.ratio,
		windows: compared.windows,
		noise: noiseAt(knownAt(figures, at), january).v,
		tail: tailChance(compared.windows)
	};
}
