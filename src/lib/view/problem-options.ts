import type { Problem, ProblemCode } from '#lib/domain/problem.ts';

/** Options of the command line that solve a problem; a page has its own fields for them. */
const OPTIONS: Partial<Record<ProblemCode, string>> = {
	'already-recorded': '--correct',
	'calendar-unreadable': '--scheme',
	'crs-unknown': '--crs EPSG:9205',
	'crs-from-projection': '--crs',
	'demonstration-present': '--replace-demo',
	gap: '--repair, --accept-topology',
	'geometry-invalid': '--repair',
	'indicator-missing': '--indicator',
	jump: '--confirm-jumps',
	'layer-choose': '--layer',
	'looks-projected': '--crs',
	overlap: '--repair, --accept-topology',
	'percent-unclear': '--shares percent|fraction',
	'period-closed': '--reason',
	'period-incomplete': '--period',
	'track-unknown': '--track',
	'transform-failed': '--crs',
	unmatched: '--repair',
	'validity-overlaps': '--valid-from, --valid-to'
};

/** The option of the command line for a problem; undefined where there is none. */
export function optionOf({ code, column, detail = {} }: Problem): string | undefined {
	if (code === 'already-loaded') return `undo ${detail.source ?? ''}`;
	if (code === 'field-missing') return column === 'name' ? '--name' : '--code';
	if (code === 'date-unreadable')
		return detail.option === undefined ? undefined : String(detail.option);
	return OPTIONS[code];
}
