import type { ShownStatus } from '../status.ts';
import { monthOfYear, type IsoDate, type Month, type Scheme } from '../period.ts';

/** Which months a report is about. */
export interface ReportPeriod {
	from: Month;
	to: Month;
}

/** Whose figures are summed: the programme's communes, or the districts. */
export type ReportScope = 'programme' | 'districts';

/** A figure of a report, or why there is none. */
export interface ReportFigure {
	indicator: string;
	scope: ReportScope;
	/** Undefined without any reports. */
	total: number | undefined;
	/** Of the months compared with; undefined without any reports, or data had not begun. */
	base: number | undefined;
	/** Whether as many reported in both periods, so that the two can be compared. */
	comparable: boolean;
	/** Monthly or quarterly reports that are missing from the total; 0 for yearly ones. */
	missing: number;
	/** Which of the two a public copy leaves out. */
	withheld?: { total: boolean; base: boolean };
}

/** Where a track of the programme stands at the end of a period. */
export interface ReportTrack {
	code: string;
	approved: number;
	met: number;
	relapsed: number;
}

/** A commune's line in the report's table: one that was in the programme, or that such ones were merged into. */
export interface ReportCommune {
	name: string;
	district: string;
	status: ShownStatus | 'mixed' | 'not-available';
	/** Of a mixed one: how many of its former communes reached it, and of how many. */
	reached: { count: number; total: number } | undefined;
	approved: IsoDate | undefined;
	/** Of the latest approval; undefined until it is met. */
	met: IsoDate | undefined;
	/** The leading indicator's count of the period; undefined where reports are missing. */
	count: number | undefined;
	/** Of the same months before; undefined where reports are missing or data had not begun. */
	base: number | undefined;
	/**
	 * Whether its last twelve months differ from the same period by more than usually varies; undefined where that
	 * cannot be told, or the report is not of twelve months.
	 */
	beyond?: boolean;
	/** Its counts rest on shares. */
	estimated: boolean;
	/** A public copy leaves its counts out. */
	withheld?: boolean;
}

/** Everything that a report is written from. */
export interface ReportData {
	period: ReportPeriod;
	/** The months compared with; undefined where data had not begun. */
	base: ReportPeriod | undefined;
	track: string;
	/** Communes on the boundaries of the period's end, and their people; undefined unless all are known. */
	communes: number;
	population: number | undefined;
	approved: number;
	met: number;
	relapsed: number;
	tracks: ReportTrack[];
	/** Active sites and types of community models at the end. */
	sites: number;
	modelTypes: number;
	/** Code of the track's leading indicator; undefined for a track without one. */
	leading: string | undefined;
	/** In which calendar its months are. */
	calendar: Scheme;
	/** The leading indicator over the communes that reported the whole period; undefined where none did. */
	recorded: { count: number; units: number; ofUnits: number; withheld?: boolean } | undefined;
	/** The leading indicator over the communes that reported in both periods in full. */
	compared:
		{ now: number; base: number; units: number; ofUnits: number; withheld?: boolean } | undefined;
	figures: ReportFigure[];
	list: ReportCommune[];
	/** How many of the list stand for former communes that were merged into them. */
	merged: number;
	/** Whether there were districts in the period. */
	districts: boolean;
}

const YEAR = 12;

/** The same months so many whole years before that they do not overlap: "cùng kỳ". */
export function basePeriod({ from, to }: ReportPeriod): ReportPeriod {
	const shift = Math.ceil((to - from + 1) / YEAR) * YEAR;
	return { from: from - shift, to: to - shift };
}

/** The three years of work from the month in which the first commune was approved. */
export function firstPhase(firstApproval: Month): ReportPeriod {
	return { from: firstApproval, to: firstApproval + 3 * YEAR - 1 };
}

/** Whether a period is of whole calendar years: only those are public, or two reports would tell a month. */
export function isWholeYears({ from, to }: ReportPeriod): boolean {
	return monthOfYear(from) === 1 && monthOfYear(to) === YEAR;
}

export function findFigure(
	{ figures }: Pick<ReportData, 'figures'>,
	indicator: string,
	scope: ReportScope
): ReportFigure | undefined {
	return figures.find((figure) => figure.indicator === indicator && figure.scope === scope);
}
