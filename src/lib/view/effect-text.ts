import type { RatioEstimate } from '#lib/domain/effect/ratio.ts';
import type {
	Certainty,
	EffectObstacle,
	RingStudy,
	Study,
	StudyAbsence
} from '#lib/domain/effect/study-types.ts';
import type { Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDecimal, formatRatio } from './format.ts';
import { monthsText } from './month-name.ts';

/** More years than this are not foreseen. */
const MANY_YEARS = 10;

const CERTAINTIES: Record<Certainty, () => string> = {
	sure: m.effect_certainty_sure,
	'quite-sure': m.effect_certainty_quite_sure,
	'not-sure': m.effect_certainty_not_sure
};

/** How sure a finding is, in a word or two. */
function certaintyText(certainty: Certainty): string {
	return CERTAINTIES[certainty]();
}

/** Cases fewer (below 0) or more than the other communes lead to expect: T₁ − T₁/ratio. */
function beyondExpected(after: number, ratio: number): number {
	return after - after / ratio;
}

/**
 * The finding in one or two sentences. It never speaks of success: that the transformed communes fell more than the
 * others is the most that it says.
 *
 * @param subject what is counted: "số vụ"
 */
export function effectSentence(study: Study, subject: string): string {
	const taken = study.left.filter(({ reason }) => reason === 'taken-out').length;
	const sentence = findingSentence(study, subject);
	return taken === 0
		? sentence
		: `${sentence} ${m.effect_taken_out({ count: formatCount(taken) })}`;
}

function findingSentence(study: Study, subject: string): string {
	const { outcome, ratio } = study;
	if (outcome === 'same') return m.effect_same();
	if (outcome === 'cannot-tell' || !ratio) return obstacleSentence(study);
	const cases = formatCount(Math.abs(beyondExpected(ratio.sums.treatedAfter, ratio.ratio)));
	const words = { treated: formatCount(study.treated.length), subject };
	const certainty = certaintyText(study.certainty);
	return outcome === 'fell'
		? m.effect_fell({ ...words, fewer: cases, certainty })
		: m.effect_rose({ ...words, more: cases, certainty });
}

function obstacleSentence({ obstacle, treated, controls, ratio, yearsNeeded }: Study): string {
	const sentences: Record<EffectObstacle, () => string> = {
		'short-history': m.effect_short_history,
		'too-recent': m.effect_too_recent,
		'moved-apart': m.effect_moved_apart,
		'too-few-cases': m.effect_too_few_cases,
		'too-few-treated': () => m.effect_too_few_treated({ count: formatCount(treated.length) }),
		'too-few-controls': () => m.effect_too_few_controls({ count: formatCount(controls.length) }),
		'too-wide': () => (ratio ? wideSentence(ratio, yearsNeeded) : m.effect_too_few_cases())
	};
	return sentences[obstacle ?? 'too-wide']();
}

function wideSentence({ interval }: RatioEstimate, years: number | undefined): string {
	const [low, high] = interval;
	const sentence = m.effect_too_wide({ low: changeText(low), high: changeText(high) });
	if (years === undefined) return sentence;
	return `${sentence} ${
		years > MANY_YEARS ? m.effect_years_many() : m.effect_years_more({ years: formatCount(years) })
	}`;
}

/** "giảm 20 %" of a ratio of 0.8. */
function changeText(ratio: number): string {
	const share = formatCount(100 * Math.abs(ratio - 1));
	return ratio < 1 ? m.effect_by_down({ share }) : m.effect_by_up({ share });
}

/** The counts of both groups in both windows, and what was expected of the transformed communes. */
export function effectNumbers(study: Study, calendar: Scheme): string | undefined {
	const { ratio, before, after } = study;
	if (!ratio || !before || !after) return undefined;
	const { sums, interval } = ratio;
	const beyond = (of: number) => beyondExpected(sums.treatedAfter, of);
	return [
		m.effect_numbers({
			treated: formatCount(study.treated.length),
			controls: formatCount(study.controls.length),
			treatedBefore: formatCount(sums.treatedBefore),
			treatedAfter: formatCount(sums.treatedAfter),
			controlsBefore: formatCount(sums.controlsBefore),
			controlsAfter: formatCount(sums.controlsAfter),
			before: monthsText(before, calendar),
			after: monthsText(after, calendar)
		}),
		m.effect_expected({
			difference: differenceText(beyond(ratio.ratio)),
			low: signed(beyond(interval[0])),
			high: signed(beyond(interval[1]))
		})
	].join(' ');
}

function differenceText(difference: number): string {
	const count = formatCount(Math.abs(difference));
	if (Math.round(difference) === 0) return m.effect_none_more();
	return difference < 0 ? m.effect_fewer({ count }) : m.effect_more({ count });
}

/** "−19", "+4". */
function signed(value: number): string {
	const rounded = Math.round(value);
	return `${rounded < 0 ? '−' : rounded > 0 ? '+' : ''}${formatCount(Math.abs(rounded))}`;
}

/** The ends of what may be where history is too short; undefined where not even they are known. */
export function shortHistoryText({ short }: Study): string | undefined {
	if (!short) return undefined;
	const bounds = m.effect_bounds({
		plain: formatDecimal(short.plain),
		drawn: formatDecimal(short.drawnBack)
	});
	const share = Math.round(100 * short.mayFall);
	return share === 0 ? bounds : `${bounds} ${m.effect_may_fall({ share: formatCount(share) })}`;
}

/** Whether crime may have moved to the communes around. */
export function ringSentence({ outcome }: RingStudy, subject: string): string {
	switch (outcome) {
		case 'moved':
			return capitalised(m.effect_ring_moved({ subject }));
		case 'no-sign':
			return m.effect_ring_no_sign();
		case 'cannot-tell':
			return m.effect_ring_cannot();
	}
}

function capitalised(text: string): string {
	return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** The numbers under it, and the study's answer with the ring left out. */
export function ringNumbers({ communes, ratio, withoutRing }: RingStudy): string {
	if (!ratio) return m.effect_ring_few({ communes: formatCount(communes) });
	const { sums } = ratio;
	const numbers = m.effect_ring_numbers({
		communes: formatCount(communes),
		before: formatCount(sums.treatedBefore),
		after: formatCount(sums.treatedAfter),
		othersBefore: formatCount(sums.controlsBefore),
		othersAfter: formatCount(sums.controlsAfter),
		...percents(ratio)
	});
	return withoutRing ? `${numbers} ${m.effect_without_ring(percents(withoutRing))}` : numbers;
}

function percents({ ratio, interval: [low, high] }: RatioEstimate) {
	const percent = (value: number) => signed(100 * (value - 1));
	return { ratio: percent(ratio), low: percent(low), high: percent(high) };
}

/** "0,61 (0,33–1,12)". */
export function ratioText({ ratio, interval }: RatioEstimate): string {
	return `${formatRatio(ratio)} (${formatRatio(interval[0])}–${formatRatio(interval[1])})`;
}

/** What is to be known when reading the chart. */
export function chartCaption({ preCheck }: Study): string {
	switch (preCheck) {
		case 'passed':
			return m.effect_chart_passed();
		case 'failed':
			return m.effect_chart_failed();
		case 'not-possible':
			return m.effect_chart_not_possible();
	}
}

const ABSENCES: Record<StudyAbsence, () => string> = {
	mixed: m.effect_left_mixed,
	'approved-otherwise': m.effect_left_approved,
	'not-reported': m.effect_left_not_reported,
	'taken-out': m.effect_left_taken_out
};

/** Why a commune is in neither group. */
export function studyAbsenceText(absence: StudyAbsence): string {
	return ABSENCES[absence]();
}
