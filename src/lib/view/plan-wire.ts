import type { CandidateFacts } from '#lib/domain/plan/candidate-facts.ts';
import type { CrimeValues } from '#lib/domain/plan/crime-values.ts';
import type { CriterionValues } from '#lib/domain/plan/criteria.ts';
import type { Standing } from '#lib/domain/plan/eligibility.ts';
import type { IsoDate, Month } from '#lib/domain/period.ts';
import type { Unit } from '#lib/domain/unit.ts';

/** What the server sends to the planner, as JSON. */

export interface PlanUnit extends CandidateFacts {
	unit: Unit;
	/** District that quotas are for; the former one since districts were abolished. */
	group: string;
	standing: Standing;
	values: CriterionValues;
	/** What rests on its cases, with its uncertainty. */
	crime: CrimeValues;
	/** Ids of the communes around it. */
	neighbours: number[];
	/** Round of the programme that would be its next. */
	nextRound: number;
}

/** What was decided after the month that a plan looks back to. */
export interface LaterApprovals {
	/** How many months after. */
	months: number;
	/** Communes that could have been approved. */
	candidates: number[];
	/** Those of them that were. */
	approved: number[];
}

export interface PlanData {
	/** First day of the boundaries. */
	frame: IsoDate;
	month: Month;
	track: string;
	/** Whether its cases rest on how much the police look (◦). */
	detected: boolean;
	boundariesUrl: string;
	units: PlanUnit[];
}
