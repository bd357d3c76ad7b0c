import type { IsoDate } from '../period.ts';
import { DEFAULT_WEIGHTS, type Weights } from './criteria.ts';
import { DEFAULT_RULES, type EligibilityRules } from './eligibility.ts';
import type { Normalisation } from './normalise.ts';

/** Communes that somebody put together, by code, and how many of them are to be chosen. */
export interface CommuneSet {
	name: string;
	codes: string[];
	least?: number;
	most?: number;
}

/** A commune that somebody asks for. */
export interface Proposal {
	code: string;
	/** Who sent it up. */
	by: string;
	reason: string;
}

/** What a planner has put in; communes by code, because a draft may outlive a load of boundaries. */
export interface PlanDraft {
	/** First day of the boundaries that its communes are on; undefined before it was kept. */
	frame: IsoDate | undefined;
	weights: Weights;
	how: Normalisation;
	rules: EligibilityRules;
	/** Communes that may be chosen against the rules, or again although they are kept up, each with a reason. */
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
	/** At most so many in every single district; undefined: as many as may be. */
	eachGroupMost: number | undefined;
	sets: CommuneSet[];
	must: string[];
	mustNot: string[];
	adjacency: 'any' | 'apart' | 'together';
	/** Proposals of communes or districts, as entered by the planner. */
	proposals: Proposal[];
	/** Weights by which the backtest of a month (`2019-06`) was first seen. */
	seenBacktests: Record<string, string>;
}

export const EMPTY_DRAFT: PlanDraft = {
	frame: undefined,
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
	eachGroupMost: undefined,
	sets: [],
	must: [],
	mustNot: [],
	adjacency: 'any',
	proposals: [],
	seenBacktests: {}
};

/** What was kept, whatever version kept it: what it lacks is as in an empty draft. */
export function toDraft(kept: unknown): PlanDraft {
	if (typeof kept !== 'object' || kept === null) return EMPTY_DRAFT;
	const rules = 'rules' in kept && typeof kept.rules === 'object' ? kept.rules : {};
	return { ...EMPTY_DRAFT, ...kept, rules: { ...DEFAULT_RULES, ...rules } };
}
