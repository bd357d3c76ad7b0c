import { DEFAULT_WEIGHTS } from '#lib/domain/plan/criteria.ts';
import type { PlanDraft } from '#lib/domain/plan/draft.ts';
import { DEFAULT_RULES } from '#lib/domain/plan/eligibility.ts';

const EMPTY_DRAFT: PlanDraft = {
	weights: DEFAULT_WEIGHTS,
	how: 'min-max',
	rules: DEFAULT_RULES,
	exceptions: {},
	count: 5,
	budget: undefined,
	cost: 200,
	costs: {},
	groupLeast: {},
	groupMost: {},
	must: [],
	mustNot: [],
	adjacency: 'any'
};

const KEY = 'plan';

/** The draft of this tab, as far as it is one; what it lacks is as in an empty one. */
export function readDraft(): PlanDraft {
	try {
		return toDraft(JSON.parse(sessionStorage.getItem(KEY) ?? '{}'));
	} catch {
		return EMPTY_DRAFT;
	}
}

/** What was kept, whatever version kept it: what it lacks is as in an empty draft. */
export function toDraft(kept: unknown): PlanDraft {
	return typeof kept === 'object' && kept !== null ? { ...EMPTY_DRAFT, ...kept } : EMPTY_DRAFT;
}

export function keepDraft(draft: PlanDraft): void {
	sessionStorage.setItem(KEY, JSON.stringify(draft));
}
