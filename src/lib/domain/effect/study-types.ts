import type { Month } from '../period.ts';
import type { BeforeAfter, Estimate } from './effect.ts';

/** First and last month. */
export interface Span {
	from: Month;
	to: Month;
}

/** Why a commune is left out of a study. */
export type StudyAbsence =
	'no-approval' | 'before-data' | 'too-short' | 'no-population' | 'no-comparison';

/** What is asked. */
export interface StudyQuestion {
	/** Communes of the frame; undefined for all that were approved. */
	unitIds?: readonly number[];
	/** Years between the months before and the same months after. */
	lag: number;
	/** Communes that must not be compared with. */
	without?: readonly number[];
}

/** A commune with what was recorded before and after. */
export interface StudyArm {
	unitId: number;
	before: number;
	after: number;
}

export interface StudyPair extends StudyArm {
	approved: Month;
	/** First and last month before approval. */
	window: Span;
	comparisons: StudyArm[];
}

/** A year from approval on: treated against comparison communes, over the same before approval. */
export interface StudyYear {
	/** −1 is the year before approval. */
	year: number;
	communes: number;
	ratio: Estimate;
}

export interface Study {
	/** First day of the boundaries on which it is computed. */
	frame: string;
	lag: number;
	pairs: StudyPair[];
	left: { unitId: number; reason: StudyAbsence }[];
	/** Comparison communes for each treated one. */
	perUnit: number;
	counts: BeforeAfter;
	/** Undefined where one of the counts is 0. */
	ratio?: Estimate;
	difference: Estimate;
	years: StudyYear[];
	/** Neighbours of treated communes that are neither treated nor compared with. */
	ring?: {
		communes: number;
		before: number;
		after: number;
		ratio?: Estimate;
		/** WDD with the ring: what went to the neighbours, or was kept from them as well, counts. */
		difference?: Estimate;
	};
	/**
	 * What the treated would have had before, had they not been chosen in a bad time, and the ratio of rate
	 * ratios over that: the one to judge by.
	 */
	regression?: { observed: number; expected: number; ratio?: Estimate };
}
