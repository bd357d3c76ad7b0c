/** What can be wrong with a file that somebody loads. Each code has one message in each language. */
export const PROBLEM_CODES = [
	'file-not-found',
	'file-unreadable',
	'file-empty',
	'already-loaded',
	'demonstration-present',
	'not-json',
	'feature-not-json',
	'not-geojson',
	'no-features',
	'not-polygon',
	'coordinate-not-number',
	'ring-open',
	'looks-swapped',
	'looks-projected',
	'crs-unknown',
	'transform-failed',
	'field-missing',
	'code-missing',
	'code-duplicated',
	'name-missing',
	'geometry-invalid',
	'geometry-collapsed',
	'overlap',
	'gap',
	'unmatched',
	'outside-surroundings',
	'validity-overlaps',
	'date-unreadable',
	'dates-reversed',
	'column-missing',
	'csv-broken',
	'unit-unknown',
	'unit-name-differs',
	'number-unreadable',
	'weight-sum',
	'succession-gap-in-time',
	'duplicate-row',
	'already-recorded',
	'indicator-unknown',
	'indicator-missing',
	'track-unknown',
	'status-unknown',
	'move-not-allowed',
	'event-recorded',
	'model-unknown',
	'site-elsewhere',
	'site-off-earth',
	'site-swapped',
	'period-in-future',
	'value-missing',
	'personal-column',
	'not-a-dataset',
	'format-unknown',
	'format-broken',
	'archive-broken',
	'archive-bomb',
	'file-encrypted',
	'layer-choose',
	'encoding-guessed',
	'crs-from-projection',
	'name-unmatched',
	'name-ambiguous',
	'area-differs',
	'name-spelled-otherwise',
	'code-other-province',
	'province-other',
	'code-not-in-directory',
	'codes-unknown',
	'axes-swapped',
	'outside-country',
	'file-misplaced',
	'unit-misplaced',
	'unit-on-another',
	'part-far',
	'area-unlike',
	'shapes-left-out',
	'part-missing',
	'format-not-read',
	'open-too-large',
	'open-too-long',
	'not-a-table',
	'table-empty',
	'sheet-missing',
	'heading-missing',
	'workbook-macros',
	'workbook-other',
	'workbook-links',
	'too-many-columns',
	'rows-hidden',
	'columns-hidden',
	'columns-left-out',
	'figure-merged',
	'formula-uncomputed',
	'cell-error',
	'unit-not-then',
	'period-incomplete',
	'period-unreadable',
	'period-contradiction',
	'period-unclear',
	'period-coarse',
	'calendar-unreadable',
	'percent-of-count',
	'percent-unclear',
	'former-differs',
	'communes-of-another-date',
	'period-straddles',
	'other-calendar',
	'figures-summed',
	'figures-estimated',
	'sum-incomplete',
	'sum-twice',
	'part-over-whole',
	'count-not-whole',
	'jump',
	'total-differs',
	'period-closed',
	'state-secret'
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One finding in a file: an error refuses the load, a warning is kept in the report. */
export interface Problem {
	severity: 'error' | 'warning';
	code: ProblemCode;
	file: string;
	/** Row of a table (the heading is row 1) or number of the feature (from 1). */
	row?: number;
	column?: string;
	/** Sheet of a workbook, and the cell as the program calls it: `B7`. */
	sheet?: string;
	cell?: string;
	/** The value as it stands in the file. */
	value?: string;
	/** Code and name of the unit concerned. */
	unit?: string;
	/** Longitude and latitude of the place. */
	position?: [number, number];
	/** In how many places it is so, where one cause makes many; `row` and `cell` are those of the first. */
	times?: number;
	/** Further facts that the message names. */
	detail?: Record<string, string | number>;
}
