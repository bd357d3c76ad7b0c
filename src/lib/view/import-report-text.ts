import type { ImportReport, TopologyFault } from '#lib/domain/import-report.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDecimal } from './format.ts';
import { positionText } from './position-text.ts';
import { optionOf } from './problem-options.ts';
import { problemText, shareText, valueText } from './problem-text.ts';
import { repairLines } from './repair-text.ts';
import { calendarName } from './series-text.ts';

/** Number of problems that are listed one by one. */
const PROBLEMS_TOLD = 20;
/** So many overlaps and gaps, the largest first. */
const MAX_TOLD = 5;

const SUBJECTS: Record<string, () => string> = {
	boundaries: m.import_subject_boundaries,
	succession: m.import_subject_succession,
	indicators: m.import_subject_indicators,
	status: m.import_subject_status,
	models: m.import_subject_models
};

/** What a source's subject is called: "Ranh giới hành chính". */
export function subjectText(subject: string): string {
	return SUBJECTS[subject]?.() ?? subject;
}

/**
 * A report on one file, for a terminal or a text file: what a repair changed, then what is left.
 *
 * @param whole for a file that the data room makes: everything is listed one by one, nothing of the server's folders
 * or of the command line
 */
export function importReportText(report: ImportReport, whole = false): string {
	const told = whole ? report.problems.length : PROBLEMS_TOLD;
	const { errors, warnings } = report.problemCounts;
	const counts = { read: formatCount(report.read), written: formatCount(report.written) };
	return [
		m.import_report_file({
			file: whole ? baseName(report.file) : report.file,
			size: sizeText(report.bytes)
		}),
		m.import_report_subject({ subject: subjectText(report.subject) }),
		report.outcome === 'would-load'
			? m.import_report_would_counts(counts)
			: m.import_report_counts(counts),
		...(report.repair ? repairLines(report.repair, report.repaired ?? [], whole) : []),
		...calendarLines(report),
		...topologyLines(report.topology?.faults ?? []),
		...notComparedLines(report),
		m.import_report_problems({ errors: formatCount(errors), warnings: formatCount(warnings) }),
		...report.problems
			.slice(0, told)
			.map((each) => `  ${problemLine(each, report.subject, whole)}`),
		...moreLine(errors + warnings - told, whole),
		...outcomeLines(report).slice(0, whole ? 1 : undefined)
	].join('\n');
}

/** In which calendar figures were read; nothing for files without figures. */
export function calendarLines({ calendars = [] }: Pick<ImportReport, 'calendars'>): string[] {
	if (calendars.length === 0) return [];
	return [m.import_report_calendars({ calendars: calendars.map(calendarName).join(', ') })];
}

/** One line: severity, place, unit, value, what happened, and what to do after an arrow. */
function problemLine(problem: Problem, subject: string, whole: boolean): string {
	const { what, way } = problemText(problem);
	const row = problem.row === undefined ? undefined : formatCount(problem.row);
	const place = [
		baseName(problem.file),
		row &&
			(subject === 'boundaries' ? m.import_report_feature({ row }) : m.import_report_row({ row })),
		problem.cell && m.import_report_cell({ cell: problem.cell }),
		problem.column && m.import_report_column({ column: problem.column }),
		problem.unit,
		valueText(problem) !== '' && m.import_report_value({ value: valueText(problem) }),
		problem.position && m.import_report_position({ position: positionText(problem.position) })
	].filter((part) => typeof part === 'string' && part !== '');
	const severity =
		problem.severity === 'error' ? m.import_report_error() : m.import_report_warning();
	// Options are for the command line; the whole report is read elsewhere.
	const option = whole ? undefined : optionOf(problem);
	const said = option === undefined ? '' : m.import_report_option({ option });
	return `${severity} ${place.join(', ')}: ${what} → ${way}${said}`;
}

function baseName(file: string): string {
	return file.split(/[\\/]/).at(-1) ?? '';
}

/** How many overlaps, gaps and unmatched borders there are, and the largest of each. */
export function topologyLines(faults: readonly TopologyFault[]): string[] {
	const lines: string[] = [];
	for (const kind of ['overlap', 'gap'] as const) {
		const found = faults.filter((fault) => fault.kind === kind);
		if (found.length === 0) continue;
		const areaM2 = found.reduce((sum, fault) => sum + fault.areaM2, 0);
		const count = formatCount(found.length);
		lines.push(
			kind === 'overlap'
				? m.import_report_overlaps({ count, area: formatDecimal(areaM2 / 1e6) })
				: m.import_report_gaps({ count, area: formatCount(areaM2) })
		);
		for (const fault of found.slice(0, MAX_TOLD)) {
			lines.push(
				`  ${m.import_report_fault({
					units: fault.units.slice(0, 3).join(' – '),
					area: formatCount(fault.areaM2),
					share: shareText(fault.shareOfSmallest),
					position: positionText(fault.position)
				})}`
			);
		}
	}
	return [...lines, ...unmatchedLines(faults)];
}

function unmatchedLines(faults: readonly TopologyFault[]): string[] {
	const found = faults.filter(({ kind }) => kind === 'unmatched');
	if (found.length === 0) return [];
	const lengthM = found.reduce((sum, fault) => sum + (fault.lengthM ?? 0), 0);
	return [
		m.import_report_unmatched({
			count: formatCount(found.length),
			length: formatCount(Math.round(lengthM))
		}),
		...found.slice(0, MAX_TOLD).map(
			(fault) =>
				`  ${m.import_report_unmatched_border({
					units: fault.units.join(' – '),
					length: formatCount(Math.round(fault.lengthM ?? 0)),
					position: positionText(fault.position)
				})}`
		)
	];
}

function notComparedLines({ topology }: ImportReport): string[] {
	const units = topology?.notCompared ?? [];
	return units.length > 0 ? [m.repair_not_compared({ units: units.join(', ') })] : [];
}

function moreLine(count: number, whole: boolean): string[] {
	if (count <= 0) return [];
	const more = { count: formatCount(count) };
	return [`  ${whole ? m.data_problem_more(more) : m.import_report_more(more)}`];
}

function outcomeLines({ outcome, sourceId }: ImportReport): string[] {
	switch (outcome) {
		case 'loaded': {
			const source = sourceId ?? '';
			return [m.import_report_loaded({ source }), m.import_report_loaded_next({ source })];
		}
		case 'refused':
			return [m.import_report_refused(), m.import_report_refused_next()];
		case 'would-load':
			return [m.import_report_would_load(), m.import_report_would_load_next()];
	}
}

/** `217,1 kB`; `36,7 MB`. */
export function sizeText(bytes: number): string {
	if (bytes < 1e6) return `${formatDecimal(bytes / 1e3)} kB`;
	return bytes < 1e9 ? `${formatDecimal(bytes / 1e6)} MB` : `${formatDecimal(bytes / 1e9)} GB`;
}
