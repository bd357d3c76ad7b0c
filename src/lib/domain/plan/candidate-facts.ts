import type { IsoDate, Month } from '../period.ts';
import type { ShownStatus } from '../status.ts';
import type { LastYearCases } from './last-year-cases.ts';

/** A commune, now or before a merger, as the programme left it. */
export interface FormerRecord {
	/** Without its kind. */
	name: string;
	/** As maps show it. */
	shown: ShownStatus;
	/** Since when it is in the recorded state behind it. */
	since?: IsoDate;
}

/** What speaks for and against a candidate, in figures. */
export interface CandidateFacts {
	/** Recorded cases of the last twelve months and of the same period before: few of them say little. */
	cases: LastYearCases;
	/** Active model sites. */
	sites: number;
	/** Its own state, or those of the communes that it was made of: what the programme did here. */
	record: readonly FormerRecord[];
	/** An open alarm of the watch list: cases that rise since recognition. */
	alert?: { firstSeen: Month; recorded: number; usual: number };
}

/** Fewer cases than this say little: a handful more or less would turn a rate upside down. */
export const FEW_CASES = 10;

const PEOPLE = 10_000;

/** Cases per 10,000 person-years; undefined where either is not known. */
export function rateOf({ count, personYears }: LastYearCases): number | undefined {
	return count === undefined || !personYears ? undefined : (PEOPLE * count) / personYears;
}

/** The rate of all units together; undefined where none is known. */
export function commonRate(units: readonly LastYearCases[]): number | undefined {
	const known = units.filter(({ count, personYears }) => count !== undefined && personYears);
	return rateOf({
		count: known.reduce((sum, { count = 0 }) => sum + count, 0),
		personYears: known.reduce((sum, { personYears = 0 }) => sum + personYears, 0)
	});
}
