import type { ReportData, ReportPeriod } from '#lib/domain/report/report.ts';
import type { IsoDate, Month } from '#lib/domain/period.ts';
import type { ReportNote } from './note.ts';

/** What the server sends to the report's page, as JSON. */
export interface ReportAnswer {
	data: ReportData;
	note: ReportNote;
}

export interface ReportChoices {
	/** The first three years of the programme; null before anything was approved. */
	phase: ReportPeriod | null;
	/** Months for which anybody reported. */
	months: { from: Month; to: Month } | null;
	/** The province's own template; null while the built-in one is in use. */
	template: { fileName: string; updatedAt: IsoDate } | null;
}

/** What became of a template that was sent in. */
export type TemplateAnswer =
	| { taken: true }
	| { taken: false; fault: 'unknown'; fields: string[]; known: string[] }
	| { taken: false; fault: 'broken'; message: string }
	| { taken: false; fault: 'bomb' };
