import { searchKey } from '#lib/domain/name.ts';
import { parsePartialPeriod, type PartialPeriod } from '#lib/domain/period-text.ts';
import type { Catalogue } from './catalogue.ts';
import { cellText, type SheetRow } from './sheet.ts';
import type { TableContext } from './table-layout.ts';

/** When a report was signed says nothing about its period. */
const SIGNED = /ngày[\s\d.…_]*tháng[\s\d.…_]*năm[\s\d.…_]*/giu;
const DAY = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{4}`;
const REPORTING = /15 ?[/-] ?\d{1,2}.*14 ?[/-] ?\d{1,2}|từ ngày 15|15–14|15-14/iu;
const CALENDAR = /dương lịch|calendar month/iu;
/** A label whose value stands in the next cell: "Kỳ báo cáo:", "Tháng". */
const PERIOD_LABEL = /^(ky|ky bao cao|thang|quy|nam|thoi gian|thoi ky|period|month)\s*:?$/;

/** What the rows above a table say that holds for all of it. */
export function readContext(rows: readonly SheetRow[], catalogue: Catalogue): TableContext {
	const context: TableContext = {};
	for (const { cell, labelled } of listTexts(rows)) {
		if (REPORTING.test(cell)) context.reporting = true;
		else if (CALENDAR.test(cell)) context.reporting ??= false;
		const said = cell.includes(':') ? cell.slice(cell.indexOf(':') + 1).trim() : cell;
		const indicator = catalogue.findIndicator(said) ?? findCodeInside(cell, catalogue);
		if (indicator) context.indicator ??= indicator.code;
		// A date alone says when something was written, unless a label says that it is the period.
		const isDate = /^\d{4}-\d{2}-\d{2}$/.test(said);
		const own = isDate && !labelled ? undefined : parsePartialPeriod(said);
		const inside = isDate || own ? undefined : findPeriodInside(cell);
		if (inside?.isUnclear) context.unclear = cell;
		context.period = joinPeriods(own ?? inside?.period, context.period) ?? {};
	}
	if (context.period && Object.keys(context.period).length === 0) delete context.period;
	return context;
}

function listTexts(rows: readonly SheetRow[]): { cell: string; labelled: boolean }[] {
	return rows.flatMap((row) => {
		const texts = [...new Set(row.cells.map(cellText))].filter(Boolean);
		return texts.map((cell, at) => ({
			cell,
			labelled: PERIOD_LABEL.test(searchKey(texts[at - 1] ?? ''))
		}));
	});
}

/** A month under a year is that year's month. */
export function joinPeriods(
	one: PartialPeriod | undefined,
	other: PartialPeriod | undefined
): PartialPeriod | undefined {
	if (!one || !other) return one ?? other;
	const joined: PartialPeriod = { ...other, ...one };
	// A year's own heading says "whole" as long as nothing narrower stands below.
	if ((joined.month ?? joined.quarter ?? joined.months) !== undefined) delete joined.whole;
	return joined;
}

function findCodeInside(text: string, catalogue: Catalogue) {
	const code = /\b[A-Z]\d\d\b/.exec(text)?.[0];
	return code === undefined ? undefined : catalogue.findIndicator(code);
}

/** From here on a title speaks of what is compared with. */
const COMPARED = /\b(so (với|sánh)|cùng kỳ)\b.*$/iu;
/** Periods narrower than a year, as titles write them. */
const NARROW = new RegExp(
	[
		String.raw`\d{1,2} tháng (?:đầu năm|cuối năm)?(?:,? ?năm)? ?\d{4}`,
		String.raw`\d{1,2} tháng(?: đầu năm| cuối năm)?(?=[,; ]|$)`,
		String.raw`(?:tháng|quý) ?[\dIV]{1,3}(?: ?\/ ?| năm )\d{4}`,
		String.raw`(?:tháng|quý) ?(?:\d{1,2}|[IV]{1,3})(?=[,; ]|$)`,
		String.raw`(?:từ )?(?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})? ?(?:-|–|đến)(?: hết)?(?: ngày)? ?${DAY}`
	].join('|'),
	'giu'
);

/**
 * The period that a title names: the narrowest, in the year that it names. Two of them, such as "tháng 11 và
 * 11 tháng đầu năm 2026", leave open which one a column is of.
 */
function findPeriodInside(text: string): { period?: PartialPeriod; isUnclear: boolean } {
	const title = text.replace(SIGNED, ' ').replace(COMPARED, ' ');
	const narrow = [...title.matchAll(NARROW)]
		.map(([found]) => parsePartialPeriod(found))
		.filter((period) => period !== undefined);
	const year = parsePartialPeriod(/năm \d{4}/iu.exec(title)?.[0] ?? '');
	const [first] = narrow;
	const spans = new Set(
		narrow.map(({ month, quarter, months, exact }) =>
			JSON.stringify([month, quarter, months, exact])
		)
	);
	// Both days of a month from the 15th to the 14th may stand beside its number.
	const exact = narrow.filter((period) => period.exact !== undefined);
	if (spans.size - exact.length > 1) {
		return { ...(year ? { period: { year: year.year ?? 0 } } : {}), isUnclear: true };
	}
	const named = narrow.find((period) => period.exact === undefined) ?? first;
	const period = joinPeriods(named, year);
	return { ...(period ? { period } : {}), isUnclear: false };
}
