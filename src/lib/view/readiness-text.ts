import type { Readiness } from '#lib/domain/readiness.ts';
import { m } from '#lib/paraglide/messages.js';

const TEXTS: Record<Readiness, () => string> = {
	reported: m.readiness_reported,
	suspicious: m.readiness_suspicious,
	confirmed: m.readiness_confirmed,
	due: m.readiness_due,
	late: m.readiness_late,
	'not-expected': m.readiness_not_expected
};

/** How a commune's report stands, in a word or two. */
export function readinessText(state: Readiness): string {
	return TEXTS[state]();
}
