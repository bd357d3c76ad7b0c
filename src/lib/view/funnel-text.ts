import type { FunnelPlace } from '#lib/domain/evidence/classes.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CommuneEvidence } from './evidence-wire.ts';
import { formatCount, formatDecimal } from './format.ts';

const VERDICTS: Record<FunnelPlace, () => string> = {
	'far-below': m.commune_funnel_far_below,
	below: m.commune_funnel_below,
	within: m.commune_funnel_within,
	above: m.commune_funnel_above,
	'far-above': m.commune_funnel_far_above
};

/** A commune against the province's rate, in two sentences. */
export function funnelText(funnel: NonNullable<CommuneEvidence['funnel']>): string {
	return m.commune_funnel({
		count: formatCount(funnel.count),
		expected: formatDecimal(funnel.expected),
		low: formatCount(funnel.limits.low95),
		high: formatCount(funnel.limits.high95),
		verdict: VERDICTS[funnel.place]()
	});
}
