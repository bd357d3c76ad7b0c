import type { Estimate } from '#lib/domain/effect/effect.ts';
import type { Study, StudyAbsence } from '#lib/domain/effect/study-types.ts';
import { m } from '#lib/paraglide/messages.js';
import { comparisonText } from './comparison.ts';
import { formatCount, formatDecimal, formatRate, formatShare } from './format.ts';

/** What a study found: a fall or rise only where the interval excludes none. */
type Finding = 'fell' | 'rose' | 'unclear' | 'nothing';

/** Judged by the ratio that regression to the mean is taken out of. */
function findingOf({ regression }: Study): Finding {
	const ratio = regression?.ratio;
	if (!ratio) return 'nothing';
	if (ratio.interval[1] < 1) return 'fell';
	return ratio.interval[0] > 1 ? 'rose' : 'unclear';
}

const HEADLINES: Record<Finding, () => string> = {
	fell: m.effect_headline_fell,
	rose: m.effect_headline_rose,
	unclear: m.effect_headline_unclear,
	nothing: m.effect_headline_nothing
};

/** The finding in a few words, to be read first. */
export function effectHeadline(study: Study): string {
	return HEADLINES[findingOf(study)]();
}

/** "0,61 (0,33–1,12)". */
export function estimateText({ value, interval }: Estimate): string {
	return `${formatDecimal(value)} (${formatDecimal(interval[0])}–${formatDecimal(interval[1])})`;
}

/**
 * The finding in a paragraph, with its uncertainty. It never speaks of success: a fall beside comparison
 * communes is the most that it says.
 */
export function effectParagraph(study: Study): string {
	const { counts, pairs, regression, ratio, lag, perUnit } = study;
	const finding = findingOf(study);
	if (finding === 'nothing' || !regression?.ratio) return m.effect_nothing();
	const sentences = [
		m.effect_counts({
			communes: formatCount(pairs.length),
			lag: String(lag),
			change: comparisonText(counts.treatedAfter, counts.treatedBefore, m.effect_base()),
			before: formatCount(counts.treatedBefore),
			after: formatCount(counts.treatedAfter)
		}),
		m.effect_compared({
			communes: formatCount(pairs.length * perUnit),
			before: formatCount(counts.comparedBefore),
			after: formatCount(counts.comparedAfter)
		})
	];
	const regressed = 1 - regression.expected / regression.observed;
	if (regressed > 0) sentences.push(m.effect_regression({ share: formatShare(regressed) }));
	if (ratio) sentences.push(m.effect_raw({ ratio: estimateText(ratio) }));
	const verdict = { ratio: estimateText(regression.ratio) };
	sentences.push(
		finding === 'fell'
			? m.effect_fell(verdict)
			: finding === 'rose'
				? m.effect_rose(verdict)
				: m.effect_unclear(verdict)
	);
	return sentences.join(' ');
}

/** Whether crime may have moved to the communes around; undefined where nobody can tell. */
export function ringText({ ring }: Study): string | undefined {
	if (!ring) return undefined;
	const counts = {
		communes: formatCount(ring.communes),
		before: formatCount(ring.before),
		after: formatCount(ring.after)
	};
	const sentence = ringSentence(ring.ratio, counts);
	return ring.difference
		? `${sentence} ${m.effect_ring_difference(differenceFacts(ring.difference))}`
		: sentence;
}

function ringSentence(
	found: Estimate | undefined,
	counts: { communes: string; before: string; after: string }
): string {
	if (!found) return m.effect_ring_counts(counts);
	const ratio = estimateText(found);
	return found.interval[0] > 1
		? m.effect_ring_moved({ ...counts, ratio })
		: m.effect_ring_none({ ...counts, ratio });
}

/** The weighted displacement difference in a sentence. */
export function differenceText({ difference }: Study): string {
	return m.effect_difference(differenceFacts(difference));
}

function differenceFacts({ value, interval }: Estimate) {
	return { value: signed(value), low: signed(interval[0]), high: signed(interval[1]) };
}

/** "−19,0". */
function signed(value: number): string {
	return `${value < 0 ? '−' : ''}${formatRate(Math.abs(value))}`;
}

const ABSENCES: Record<StudyAbsence, () => string> = {
	'no-approval': m.effect_left_no_approval,
	'before-data': m.effect_left_before_data,
	'too-short': m.effect_left_too_short,
	'no-population': m.absence_no_population,
	'no-comparison': m.effect_left_no_comparison
};

/** Why a commune is left out. */
export function studyAbsenceText(absence: StudyAbsence): string {
	return ABSENCES[absence]();
}
