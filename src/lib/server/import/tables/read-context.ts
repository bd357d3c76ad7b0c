import { searchKey } from '#lib/domain/name.ts';
import { parsePartialPeriod, type PartialPeriod } from '#lib/domain/period-text.ts';
import type { Catalogue } from './catalogue.ts';
import { cellText, type SheetRow } from './sheet.ts';
import type { TableContext } from './table-layout.ts';

/** When a report was signed says nothing about its period. */
const SIGNED = /ngày[\s\d.…_]*tháng[\s\d.…_]*năm[\s\d.…_]*/giu;
const DAY = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{4}`;
const RANGE = new RegExp(`${DAY} ?(-|–|đến)( hết)?( ngày)? ?${DAY}`, 'iu');
const REPORTING = /15 ?[/-] ?\d{1,2}.*14 ?[/-] ?\d{1,2}|từ ngày 15|15–14|15-14/iu;
/** A label whose value stands in the next cell: "Kỳ báo cáo:", "Tháng". */
const PERIOD_LABEL = /^(ky|ky bao cao|thang|quy|nam|thoi gian|thoi ky|period|month)\s*:?$/;

/** What the rows above a table say that holds for all of it. */
export function readContext(rows: readonly SheetRow[], catalogue: Catalogue): TableContext {
	const context: TableContext = {};
	for (const { cell, labelled } of listTexts(rows)) {
		if (REPORTING.test(cell)) context.reporting = true;
		const said = cell.includes(':') ? cell.slice(cell.indexOf(':') + 1).trim() : cell;
		const indicator = catalogue.findIndicator(said) ?? findCodeInside(cell, catalogue);
		if (indicator) context.indicator ??= indicator.code;
		// A date alone says when something was written, unless a label says that it is the period.
		const isDate = /^\d{4}-\d{2}-\d{2}$/.test(said);
		const period =
			isDate && !labelled ? undefined : (parsePartialPeriod(said) ?? findPeriodInside(cell));
		context.period = joinPeriods(period, context.period) ?? {};
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

function findPeriodInside(text: string): PartialPeriod | undefined {
	const unsigned = text.replace(SIGNED, ' ');
	const found =
		/\d{1,2} tháng (đầu năm|cuối năm)?(,? ?năm)? ?(\d{4})/iu.exec(unsigned) ??
		/(tháng|quý) ?([\dIV]{1,3}) ?(?:\/| năm ) ?(\d{4})/iu.exec(unsigned) ??
		RANGE.exec(unsigned) ??
		/(năm) (\d{4})/iu.exec(unsigned);
	return found ? parsePartialPeriod(found[0]) : undefined;
}
