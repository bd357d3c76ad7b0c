import type { Weights } from './criteria.ts';
import type { EligibilityRules } from './eligibility.ts';
import type { Normalisation } from './normalise.ts';

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
