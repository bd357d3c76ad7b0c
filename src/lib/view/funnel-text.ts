import type { FunnelPlace } from '#lib/domain/evidence/classes.ts';
import type { FunnelPosition } from '#lib/domain/evidence/funnel.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatRate } from './format.ts';

const VERDICTS: Record<FunnelPlace, () => string> = {
	'far-below': m.funnel_says_far_below,
	below: m.funnel_says_below,
	within: m.funnel_says_within,
	above: m.funnel_says_above,
	'far-above': m.funnel_says_far_above
};

/** Whether a commune's level is high or low, in a sentence or two. */
export function funnelSentence({ place, limits, count, expected }: FunnelPosition): string {
	const verdict = VERDICTS[place]();
	return place === 'within' && limits.low95 === 0 && count < expected
		? `${verdict} ${m.funnel_says_too_few()}`
		: verdict;
}

/** The numbers under it. */
export function funnelNumbers({ count, expected, limits }: FunnelPosition): string {
	return m.funnel_sentence({
		count: formatCount(count),
		expected: formatRate(expected),
		low: formatCount(limits.low95),
		high: formatCount(limits.high95)
	});
}
