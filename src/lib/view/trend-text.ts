import { chanceFell, estimateChange } from '#lib/domain/evidence/change-model.ts';
import type { TrendBase, TrendClass, TrendQuestion } from '#lib/domain/evidence/classes.ts';
import {
	trendClassOf,
	type Trend,
	type TrendAsked,
	type TrendResult
} from '#lib/domain/evidence/trend.ts';
import type { Window } from '#lib/domain/evidence/windows.ts';
import type { Absence } from '#lib/domain/observation.ts';
import type { Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLabel } from './base-label.ts';
import { shareOfChange } from './comparison.ts';
import { exactPoissonInterval, ratePer10000 } from '#lib/domain/evidence/rate.ts';
import { formatCount, formatProbability, formatRate } from './format.ts';
import { monthName } from './month-name.ts';

/** What the trend's words are about. */
export interface TrendSubject extends TrendAsked {
	/** Full name of the commune. */
	name: string;
	calendar: Scheme;
	/** Whether the counted cases rest on how much the police look (◦), so that they are neither good nor bad. */
	detected: boolean;
}

type Sentence = (inputs: { name: string; subject: string; base: string }) => string;

const SENTENCES: Record<TrendQuestion, Record<TrendClass, Sentence>> = {
	own: {
		falling: m.trend_falling_own,
		'leaning-falling': m.trend_leaning_falling_own,
		unclear: m.trend_unclear_own,
		'leaning-rising': m.trend_leaning_rising_own,
		rising: m.trend_rising_own
	},
	province: {
		falling: m.trend_falling_province,
		'leaning-falling': m.trend_leaning_falling_province,
		unclear: m.trend_unclear_province,
		'leaning-rising': m.trend_leaning_rising_province,
		rising: m.trend_rising_province
	}
};

const REASONS: Record<Absence, () => string> = {
	'not-reported': m.reason_not_reported,
	'not-yet-reported': m.reason_not_yet_reported,
	'before-data': m.reason_before_data,
	'no-population': m.reason_no_population,
	'no-approval': m.reason_no_approval,
	'not-published': m.reason_not_published,
	'not-available': m.reason_not_available,
	'too-early': m.reason_too_early,
	'too-few-others': m.reason_too_few_others
};

/** Why something cannot be compared, after "because". */
export function absenceReason(absence: Absence): string {
	return REASONS[absence]();
}

/** What is counted, in the middle of a sentence: cases, or cases detected. */
export function countedSubject(detected: boolean): string {
	return detected ? m.trend_subject_detected() : m.trend_subject_recorded();
}

/**
 * The trend in one sentence, as strong as its evidence.
 *
 * @example trendSentence(result, subject) // "Xã A: số vụ giảm so với cùng kỳ, vượt mức biến động thường thấy."
 */
export function trendSentence(result: TrendResult, subject: TrendSubject): string {
	const { name, base, question, detected } = subject;
	if ('missing' in result) return m.trend_missing({ name, reason: absenceReason(result.missing) });
	const sentence = SENTENCES[question][result.trend.class]({
		name,
		subject: countedSubject(detected),
		base: baseLabel(base)
	});
	return base === 'before-approval' ? `${sentence} ${m.trend_no_proof()}` : sentence;
}

/** The numbers under the sentence: both windows, the ratio with its interval, and the chance of a fall. */
export function trendNumbers(trend: Trend, { base, question, calendar }: TrendSubject): string {
	const { now, base: before } = trend;
	const change = estimateChange(trend.windows);
	const percent = (ratio: number) => formatCount(100 * ratio);
	const inputs = {
		month: monthName(now.to, calendar),
		now: formatCount(now.count),
		...countBefore(before, base),
		change: changeWords(now.count, perYear(before)),
		ratio: percent(change.ratio),
		low: percent(change.low),
		high: percent(change.high),
		chance: formatProbability(trend.probabilityFalling)
	};
	const numbers = question === 'own' ? m.trend_numbers(inputs) : m.trend_numbers_province(inputs);
	const lacking = [now, before].filter(({ months, from, to }) => months < to - from + 1);
	return [
		numbers,
		...lacking.map(({ months, from, to }) =>
			m.trend_months({ months: formatCount(months), of: formatCount(to - from + 1) })
		)
	].join(' ');
}

/**
 * That no year could ever show a fall here, because there are too few cases to fall from; undefined where one
 * could.
 */
export function powerlessText({ windows, base }: Trend): string | undefined {
	if (trendClassOf(chanceFell({ ...windows, now: 0 })) === 'falling') return undefined;
	return m.trend_no_chance_at_all({ count: formatRate(perYear(base)) });
}

/** "5,3 (2,1–10,9)": cases per 10,000 people and year, with the exact 95 % interval. */
export function rateText({ count, exposure }: Window): string {
	const [low, high] = exactPoissonInterval(count);
	const rate = (cases: number) => formatRate(ratePer10000(cases, exposure));
	return `${rate(count)} (${rate(low)}–${rate(high)})`;
}

const YEAR = 12;

/** A window's count as of one year. */
function perYear({ count, from, to }: Window): number {
	return (count * YEAR) / (to - from + 1);
}

/** The base in words and its count; of several years the yearly mean, to be held against one year. */
function countBefore(before: Window, base: TrendBase): { base: string; before: string } {
	const years = (before.to - before.from + 1) / YEAR;
	const name =
		base === 'before-approval' && years > 1 ? m.base_before_approval_mean() : baseLabel(base);
	return {
		base: name,
		before: years === 1 ? formatCount(before.count) : formatRate(perYear(before))
	};
}

function changeWords(now: number, before: number): string {
	const difference = Math.round(now) - Math.round(before);
	if (difference === 0) return m.trend_change_same();
	const count = formatCount(Math.abs(difference));
	const change = difference < 0 ? m.trend_change_down({ count }) : m.trend_change_up({ count });
	const share = shareOfChange(now, before);
	return share === undefined ? change : m.trend_change_share({ change, share });
}
