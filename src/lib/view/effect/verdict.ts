import type { Study } from '#lib/domain/effect/study-types.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from '../format.ts';

/** How many of four steps a study has gone towards an answer: too little known, not sure, quite sure, sure. */
export type CertaintyStep = 1 | 2 | 3 | 4;

/** The answer in a few words. It never speaks of success. */
export function effectVerdict({ outcome }: Pick<Study, 'outcome'>): string {
	switch (outcome) {
		case 'fell':
			return m.effect_verdict_fell();
		case 'rose':
			return m.effect_verdict_rose();
		case 'same':
			return m.effect_verdict_same();
		case 'cannot-tell':
			return m.effect_verdict_cannot();
	}
}

/** How sure the answer is: sure where the 99 % interval agrees, quite sure the 95 % one (statistics, section 5.1). */
export function certaintyStep({
	outcome,
	obstacle,
	certainty
}: Pick<Study, 'outcome' | 'obstacle' | 'certainty'>): CertaintyStep {
	if (outcome === 'cannot-tell') return (obstacle ?? 'too-wide') === 'too-wide' ? 2 : 1;
	return certainty === 'sure' ? 4 : certainty === 'quite-sure' ? 3 : 2;
}

const WORDS: Record<CertaintyStep, () => string> = {
	1: m.effect_step_unknown,
	2: m.effect_step_not_sure,
	3: m.effect_step_quite_sure,
	4: m.effect_step_sure
};

/** The word beside the steps. */
export function certaintyWord(step: CertaintyStep): string {
	return WORDS[step]();
}

/** What the interval or the ends of what may be say, in a sentence; undefined where neither is known. */
export function certaintyText({
	ratio,
	short
}: Pick<Study, 'ratio' | 'short'>): string | undefined {
	if (ratio) {
		const [low, high] = ratio.interval.map(againstOthers);
		return m.effect_range({ low: low ?? '', high: high ?? '' });
	}
	if (short) {
		return m.effect_range_short({
			plain: againstOthers(short.plain),
			drawn: againstOthers(short.drawnBack)
		});
	}
	return undefined;
}

/** "ít hơn 20 %" of a ratio of 0.8: cases against what the others' course leads to expect. */
function againstOthers(ratio: number): string {
	const share = formatCount(100 * Math.abs(ratio - 1));
	if (share === '0') return m.effect_share_same();
	return ratio < 1 ? m.effect_share_fewer({ share }) : m.effect_share_more({ share });
}

/**
 * A finding without the verdict that it begins with, for where that stands above it.
 *
 * @example withoutVerdict('Cannot be told: too few cases.', 'Cannot be told.') // 'Too few cases.'
 */
export function withoutVerdict(sentence: string, verdict: string): string {
	const opening = `${verdict.replace(/\.$/u, '')}: `;
	if (!sentence.startsWith(opening)) return sentence;
	const rest = sentence.slice(opening.length);
	return rest.charAt(0).toLocaleUpperCase() + rest.slice(1);
}
