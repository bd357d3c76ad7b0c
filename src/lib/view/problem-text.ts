import { isIsoDate, SCHEMES } from '#lib/domain/period.ts';
import type { Problem, ProblemCode } from '#lib/domain/problem.ts';
import { isAllowedMove, isStatus, STATUSES } from '#lib/domain/status.ts';
import { m } from '#lib/paraglide/messages.js';
import { statusLabel } from './class-label.ts';
import { columnLabel } from './column-roles.ts';
import { formatCount, formatDate, formatNumber, formatShare } from './format.ts';
import { PROBLEM_MESSAGES, type ProblemFacts } from './problem-messages.ts';
import { calendarName } from './series-text.ts';
import { shapeFaultText } from './shape-fault-text.ts';

/**
 * Says in the user's language what is wrong and what can be done about it.
 *
 * @example problemText(problem) // { what: 'Tệp rỗng.', way: 'Xuất lại tệp từ phần mềm nguồn.' }
 */
export function problemText(problem: Problem): { what: string; way: string } {
	const [what, way] = PROBLEM_MESSAGES[problem.code];
	const facts = factsOf(problem);
	const more = (problem.times ?? 1) - 1;
	const times = more > 0 ? m.problem_times({ count: formatCount(more) }) : '';
	return { what: `${what(facts).trim()}${times}`, way: way(facts).trim() };
}

/** Problems whose value was computed; the others name what stands in the file, as it stands there. */
const COMPUTED = new Set<ProblemCode>([
	'area-differs',
	'former-differs',
	'jump',
	'part-over-whole',
	'total-differs',
	'weight-sum'
]);

/** A problem's value in the reader's language. */
export function valueText({ code, value }: Problem): string {
	if (value === undefined) return '';
	if (isStatus(value)) return statusLabel(value);
	return COMPUTED.has(code) && /^\d+(\.\d+)?$/.test(value) ? formatNumber(Number(value)) : value;
}

/** The smallest share that is written out: 0,01 %. */
const MIN_SHARE = 0.0001;

function factsOf(problem: Problem): ProblemFacts {
	const { code, file, column, value, unit, detail = {} } = problem;
	const from = text(detail.from);
	return {
		column: code === 'column-missing' ? columnLabel(column ?? '') : (column ?? ''),
		value: value === undefined && code === 'file-not-found' ? file : valueText(problem),
		kind: formatLabel(text(detail.kind)),
		words: wordsText(text(detail.words)),
		unit: unit ?? '',
		reason: shapeFaultText(text(detail.reason)),
		together: detail.together
			? m.problem_overlap_together({ share: shareText(Number(detail.together)) })
			: '',
		found: text(detail.found),
		option: text(detail.option),
		first: String(detail.first ?? ''),
		source: String(detail.source ?? ''),
		date: dateText(detail.date),
		known: text(detail.known),
		near: detail.near ? m.problem_near({ near: text(detail.near) }) : '',
		was: detail.known === undefined ? '' : m.problem_was({ value: text(detail.known) }),
		owner: detail.found ? m.problem_owner({ found: text(detail.found) }) : '',
		holders: detail.found ? m.problem_holders({ found: text(detail.found) }) : '',
		fitting: detail.crs ? m.problem_fits_crs({ crs: text(detail.crs) }) : '',
		lies: detail.found ? m.problem_lies({ found: text(detail.found) }) : '',
		distance: text(detail.km),
		count: text(detail.count),
		calendar: calendarText(detail.calendar),
		own: calendarText(detail.own),
		part: text(detail.part),
		whole: text(detail.whole),
		from: isStatus(from) ? statusLabel(from) : dateText(detail.from),
		to: dateText(detail.to),
		area: formatCount(Number(detail.areaM2 ?? 0)),
		limit: formatCount(Math.ceil(Number(detail.areaM2 ?? 0))),
		length: formatCount(Math.round(Number(detail.lengthM ?? 0))),
		share: shareText(Number(detail.share ?? 0)),
		statuses: STATUSES.map(statusLabel).join(', '),
		allowed: STATUSES.filter((to) => isStatus(from) && isAllowedMove(from, to))
			.map(statusLabel)
			.join(', ')
	};
}

/** `0,5 %`; a share that is there is never called 0 %. */
export function shareText(share: number): string {
	return share > 0 && share < MIN_SHARE ? `< ${formatShare(MIN_SHARE)}` : formatShare(share);
}

/** Names of columns, separated by `|`, as people call them: "Mã xã" / "Tên xã". */
function wordsText(columns: string): string {
	return columns
		.split('|')
		.filter((column) => column !== '')
		.map((column) => (column === 'value' ? m.words_value() : `“${columnLabel(column)}”`))
		.join(' / ');
}

/** Dates as people write them; anything else as it is. */
function dateText(fact: string | number | undefined): string {
	const plain = text(fact);
	return isIsoDate(plain) ? formatDate(plain) : plain;
}

/** What a calendar is called. */
function calendarText(fact: string | number | undefined): string {
	const known = SCHEMES.find((each) => each === fact);
	return known ? calendarName(known) : '';
}

function text(fact: string | number | undefined): string {
	if (fact === undefined) return '';
	return typeof fact === 'number' ? formatNumber(fact) : fact;
}

const FORMATS: Record<string, () => string> = {
	xls: m.format_xls,
	xlsb: m.format_xlsb,
	ods: m.format_ods,
	html: m.format_html,
	'xml-workbook': m.format_xml_workbook,
	docx: m.format_docx,
	pdf: m.format_pdf
};

function formatLabel(format: string): string {
	return FORMATS[format]?.() ?? format;
}
