import type { IsoDate } from '../period.ts';
import type { Status } from '../status.ts';

/** States in which the programme works on a commune already. */
const UNDER_WAY: readonly Status[] = [
	'survey',
	'proposed',
	'approved',
	'active',
	'appraisal',
	'not_met'
];

/** What decides whether a commune may be chosen. */
export interface Standing {
	/** Its own state, or those of the communes that it was made of. */
	members: readonly { name: string; status: Status; since: IsoDate | undefined }[];
	/** Whether anything is known of it on these boundaries. */
	known: boolean;
}

/** Why a commune may not be chosen. */
export type Ineligibility =
	| { rule: 'under-way'; name: string; status: Status }
	| { rule: 'newly-recognised'; name: string; since: IsoDate }
	/** All of it was transformed and is kept so. */
	| { rule: 'maintained' }
	| { rule: 'unknown' };

/** Rules that a planner may switch off. */
export interface EligibilityRules {
	underWay: boolean;
	/** Recognised so many years ago or less is too new; 0 for no such rule. */
	newlyRecognisedYears: number;
	/** Leaves out those whose former communes are all transformed and kept so. */
	maintained: boolean;
}

export const DEFAULT_RULES: EligibilityRules = {
	underWay: true,
	newlyRecognisedYears: 1,
	maintained: false
};

/** Whether all of a commune was transformed and is kept so: choosing it again needs a reason. */
export function isMaintained({ known, members }: Standing): boolean {
	return known && members.length > 0 && members.every(({ status }) => status === 'met');
}

/** Reasons against choosing a commune on a date; none where it is a candidate. */
export function ineligibilityOf(
	standing: Standing,
	rules: EligibilityRules,
	date: IsoDate
): Ineligibility[] {
	const { members, known } = standing;
	if (!known) return [{ rule: 'unknown' }];
	const reasons: Ineligibility[] =
		rules.maintained && isMaintained(standing) ? [{ rule: 'maintained' }] : [];
	for (const { name, status, since } of members) {
		if (rules.underWay && UNDER_WAY.includes(status)) {
			reasons.push({ rule: 'under-way', name, status });
		}
		if (
			status === 'met' &&
			rules.newlyRecognisedYears > 0 &&
			since !== undefined &&
			since > yearsBefore(date, rules.newlyRecognisedYears)
		) {
			reasons.push({ rule: 'newly-recognised', name, since });
		}
	}
	return reasons;
}

/** The same day some years before, as text that compares: 29 February becomes one that no calendar has. */
function yearsBefore(date: IsoDate, years: number): IsoDate {
	return `${Number(date.slice(0, 4)) - years}${date.slice(4)}`;
}
