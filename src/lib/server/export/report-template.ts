import {
	AlignmentType,
	Table,
	TableCell,
	TableRow,
	VerticalAlign,
	WidthType,
	type FileChild
} from 'docx';
import { m } from '#lib/paraglide/messages.js';
import { reportTags } from '#lib/view/report/fields.ts';
import { reportSections } from '#lib/view/report/sections.ts';
import {
	REPORT_LOOPS,
	tableHeadings,
	tableTitle,
	type ReportLoop
} from '#lib/view/report/tables.ts';
import { columns, officialDocument, text, TITLE_SIZE } from './official-form.ts';

const TABLE_SIZE = 21;
/** Shares of a table's width, in hundredths. */
const WIDTHS: Record<ReportLoop, readonly number[]> = {
	xa: [6, 18, 15, 13, 13, 13, 7, 7, 8],
	chi_tieu: [6, 34, 12, 12, 12, 24],
	dien: [40, 17, 13, 15, 15]
};
/** Columns of words; those of numbers and dates stand in the middle. */
const WORDS: Record<ReportLoop, readonly number[]> = {
	xa: [1, 2, 3],
	chi_tieu: [1, 2, 5],
	dien: [0]
};
const CENTER = { alignment: AlignmentType.CENTER } as const;

/** The built-in template of a review report: the official form with a tag in each figure's place. */
export function builtInTemplate(): Promise<Buffer> {
	const tags = reportTags();
	return officialDocument({ title: m.report_name(), author: '' }, [
		letterhead(tags.TINH),
		text('', { after: 120 }),
		text(m.official_report(), { bold: true, size: TITLE_SIZE, ...CENTER, after: 0 }),
		text(m.official_subject({ ky: tags.ky }), { bold: true, ...CENTER, after: 240 }),
		...reportSections(tags).flatMap(({ heading, lines, open, tables = [] }): FileChild[] => [
			text(heading, { bold: true, before: 120, keepNext: true }),
			...lines.map((line) => text(line)),
			...tables.flatMap((loop) => [
				text(tableTitle(loop), { italics: true, before: 120, keepNext: true }),
				rowTable(loop)
			]),
			...(open ? [text(`…… ${m.report_open()}`, { italics: true })] : [])
		]),
		text('', { after: 120 }),
		signature()
	]);
}

function letterhead(province: string) {
	const bold = { bold: true, ...CENTER, after: 0, size: 24 };
	return columns([
		{
			width: 42,
			content: [
				text(m.official_committee({ tinh: province }), { ...CENTER, after: 0, size: 24 }),
				text(m.official_board(), bold),
				text(m.official_number(), { ...CENTER, before: 120, size: 24 })
			]
		},
		{
			width: 58,
			content: [
				text(m.official_country(), bold),
				text(m.official_motto(), { ...bold, size: 26 }),
				text(m.sheet_place_date(), { italics: true, ...CENTER, before: 120 })
			]
		}
	]);
}

/** One row of tags that is repeated for each row of a table. */
function rowTable(loop: ReportLoop): Table {
	const fields = REPORT_LOOPS[loop];
	const widths = WIDTHS[loop];
	const last = fields.length - 1;
	const cell = (content: string, at: number, bold: boolean) =>
		new TableCell({
			width: { size: widths[at]!, type: WidthType.PERCENTAGE },
			verticalAlign: VerticalAlign.CENTER,
			margins: { left: 60, right: 60, top: 30, bottom: 30 },
			children: [
				text(content, {
					bold,
					size: TABLE_SIZE,
					after: 0,
					alignment: bold || !WORDS[loop].includes(at) ? AlignmentType.CENTER : AlignmentType.LEFT
				})
			]
		});
	return new Table({
		width: { size: 100, type: WidthType.PERCENTAGE },
		columnWidths: widths.map((share) => share * 93),
		rows: [
			new TableRow({
				tableHeader: true,
				children: tableHeadings(loop).map((title, at) => cell(title, at, true))
			}),
			new TableRow({
				cantSplit: true,
				children: fields.map((field, at) =>
					cell(
						`${at === 0 ? `{#${loop}}` : ''}{${field}}${at === last ? `{/${loop}}` : ''}`,
						...([at, false] as const)
					)
				)
			})
		]
	});
}

function signature() {
	return columns([
		{
			width: 50,
			content: [
				text(m.official_to(), {
					bold: true,
					italics: true,
					size: 24,
					after: 0,
					alignment: AlignmentType.LEFT
				}),
				text(m.official_to_line(), { size: 22, after: 0, alignment: AlignmentType.LEFT }),
				text(m.official_file(), { size: 22, alignment: AlignmentType.LEFT })
			]
		},
		{
			width: 50,
			content: [
				text(m.official_signer(), { bold: true, ...CENTER, after: 0 }),
				text(m.official_signer_role(), { bold: true, ...CENTER, after: 0 }),
				text(m.annex_sign(), { italics: true, ...CENTER })
			]
		}
	]);
}
