import type { Months } from '../evidence/frame-figures.ts';
import type { IsoDate } from '../period.ts';
import type { Arm, RatioEstimate } from './ratio.ts';

/** Parameters: communes by the years of their approval, and those excluded from the comparison. */
export interface StudyQuestion {
	/** First and last year of approval; undefined for the latest that can be looked at. */
	years?: { from: number; to: number };
	/** Ids of communes not to compare with. */
	without?: readonly number[];
}

/** Why a commune is in neither group. */
export const STUDY_ABSENCES = [
	/** Part of its people lived in communes of the group, part did not. */
	'mixed',
	/** Approved at another time than the group. */
	'approved-otherwise',
	/** Too many months of the windows were not reported. */
	'not-reported',
	/** Taken out by hand. */
	'taken-out'
] as const;
export type StudyAbsence = (typeof STUDY_ABSENCES)[number];

/** What a study says of the treated communes against the others. */
export type EffectOutcome = 'fell' | 'rose' | 'same' | 'cannot-tell';

/** Why there is no answer. */
export type EffectObstacle =
	/** Data begin less than three years before the first approval. */
	| 'short-history'
	/** Not a whole year of data from the second year after the last approval on. */
	| 'too-recent'
	/** Fewer than five treated communes, ten others or twenty cases in each sum. */
	| 'too-few-treated'
	| 'too-few-controls'
	| 'too-few-cases'
	/** The groups had moved apart before anybody was chosen. */
	| 'moved-apart'
	/** The interval allows too much. */
	| 'too-wide';

/** How sure a fall or rise is: also at 99 %, at 95 %, or not. */
export type Certainty = 'sure' | 'quite-sure' | 'not-sure';

/** A commune with its cases in both windows. */
export interface StudyArm extends Arm {
	unitId: number;
}

/** A year of the chart around approval. */
export interface StudyBlock {
	months: Months;
	/** Selection and start: shown, and not judged. */
	hollow: boolean;
	ratio: RatioEstimate;
}

/** What the ratio may be where too little is known from before approval. */
export interface ShortHistory {
	/** Months before approval that there are. */
	window: Months;
	/** As the counts are: too low if communes were chosen in a bad time. */
	plain: number;
	/** With the counts before drawn back: too high if they were chosen for lasting trouble. */
	drawnBack: number;
	/** Share by which the treated communes' cases may fall by themselves. */
	mayFall: number;
}

/** Whether crime moved to the communes around. */
export interface RingStudy {
	outcome: 'moved' | 'no-sign' | 'cannot-tell';
	communes: number;
	/** Against the other controls; undefined where there are too few. */
	ratio?: RatioEstimate;
	/** The study's own ratio with the ring left out of the controls. */
	withoutRing?: RatioEstimate;
}

export interface Study {
	/** First day of the boundaries on which it is computed. */
	frame: IsoDate;
	/** Years of approval that may be asked for, with how many communes were approved in each. */
	years: { year: number; communes: number }[];
	/** Months of the first and last approval of the group. */
	approvals: Months;
	/** Windows before and after; absent where there is no data for them. */
	before?: Months;
	after?: Months;
	treated: StudyArm[];
	controls: StudyArm[];
	left: { unitId: number; reason: StudyAbsence }[];
	outcome: EffectOutcome;
	obstacle?: EffectObstacle;
	certainty: Certainty;
	ratio?: RatioEstimate;
	/** Whether the groups went alike from the first year before to the second. */
	preCheck: 'passed' | 'failed' | 'not-possible';
	/** Years of data after approval that would settle it; absent where a ratio of 1 never will. */
	yearsNeeded?: number;
	blocks: StudyBlock[];
	short?: ShortHistory;
	ring?: RingStudy;
}
