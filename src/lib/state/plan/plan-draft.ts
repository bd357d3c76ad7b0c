import { DEFAULT_WEIGHTS, type Weights } from '#lib/domain/plan/criteria.ts';
import { DEFAULT_RULES, type EligibilityRules } from '#lib/domain/plan/eligibility.ts';
import type { Normalisation } from '#lib/domain/plan/normalise.ts';

/** What a planner has put in; communes by code, because a draft may outlive a load of boundaries. */
export interface PlanDraft {
	weights: Weights;
	how: Normalisation;
	rules: EligibilityRules;
	/** Communes that may be chosen against the rules, each with a reason. */
	exceptions: Record<string, string>;
	count: number;
	/** Undefined: no limit. Millions of đồng. */
	budget: number | undefined;
	/** Cost of a commune that has none of its own, in millions of đồng. */
	cost: number;
	costs: Record<string, number>;
	/** By district. */
	groupLeast: Record<string, number>;
	groupMost: Record<string, number>;
	must: string[];
	mustNot: string[];
	adjacency: 'any' | 'apart' | 'together';
}

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
