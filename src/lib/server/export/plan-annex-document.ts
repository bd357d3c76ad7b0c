import {
	AlignmentType,
	BorderStyle,
	Document,
	Header,
	ImageRun,
	Packer,
	PageNumber,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	VerticalAlign,
	WidthType,
	convertMillimetersToTwip
} from 'docx';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDecimal } from '#lib/view/format.ts';
import { formatPoints } from '#lib/view/plan-text.ts';
import type { Annex } from './plan-annex.ts';

/** NĐ 30/2020/NĐ-CP: Times New Roman 13 to 14, in half points. */
const FONT = 'Times New Roman';
const SIZE = 26;
const TITLE_SIZE = 28;
const TABLE_SIZE = 24;
/** Its margins in millimetres. */
const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 } as const;
/** Shares of the table's width, in hundredths. */
const WIDTHS = [7, 22, 19, 10, 14, 28] as const;

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];
interface TextStyle {
	bold?: boolean;
	italics?: boolean;
	size?: number;
	alignment?: Alignment;
	/** Twentieths of a point before and after the paragraph. */
	before?: number;
	after?: number;
}

/** Width and height of the map on the page in CSS pixels: 165 mm wide, upright like A4. */
const MAP = { width: 624, height: 882 } as const;

/** An annex in the official form: A4, prescribed margins, the page's number at the top from the second on. */
export async function annexDocument(
	annex: Annex,
	author: string,
	/** The map sheet, upright, as PNG; none where its boundaries are not known any more. */
	map?: Uint8Array
): Promise<Buffer> {
	const mm = convertMillimetersToTwip;
	const document = new Document({
		creator: author,
		title: m.annex_title(),
		styles: { default: { document: { run: { font: FONT, size: SIZE } } } },
		sections: [
			{
				properties: {
					titlePage: true,
					page: {
						size: { width: mm(210), height: mm(297) },
						margin: {
							...{ top: mm(MARGINS.top), bottom: mm(MARGINS.bottom) },
							...{ left: mm(MARGINS.left), right: mm(MARGINS.right) }
						}
					}
				},
				headers: {
					first: new Header({ children: [new Paragraph('')] }),
					default: new Header({
						children: [
							new Paragraph({
								alignment: AlignmentType.CENTER,
								children: [new TextRun({ children: [PageNumber.CURRENT] })]
							})
						]
					})
				},
				children: [
					text(m.annex_heading(), {
						bold: true,
						size: TITLE_SIZE,
						alignment: AlignmentType.CENTER
					}),
					text(m.annex_title(), { bold: true, size: TITLE_SIZE, alignment: AlignmentType.CENTER }),
					text(m.annex_with(), { italics: true, alignment: AlignmentType.CENTER, after: 240 }),
					...annex.about.map((line) => text(line)),
					listTable(annex),
					text(m.annex_demands(), { bold: true, before: 240 }),
					...annex.demands.map((line) => text(`– ${line};`)),
					text(m.annex_method(), { bold: true }),
					...annex.method.map((line) => text(line)),
					text('', { after: 120 }),
					signatures(),
					...(map ? [picture(map)] : [])
				]
			}
		]
	});
	return Packer.toBuffer(document);
}

function text(
	content: string,
	{
		bold = false,
		italics = false,
		size = SIZE,
		alignment = AlignmentType.BOTH,
		before = 0,
		after = 120
	}: TextStyle = {}
): Paragraph {
	return new Paragraph({
		alignment,
		spacing: { before, after },
		children: [new TextRun({ text: content, bold, italics, size, font: FONT })]
	});
}

function cell(content: string, at: number, style: TextStyle = {}): TableCell {
	return new TableCell({
		width: { size: WIDTHS[at]!, type: WidthType.PERCENTAGE },
		verticalAlign: VerticalAlign.CENTER,
		margins: { left: 80, right: 80, top: 40, bottom: 40 },
		children: [
			text(content, { size: TABLE_SIZE, after: 0, alignment: AlignmentType.LEFT, ...style })
		]
	});
}

function listTable(annex: Annex): Table {
	const center = { alignment: AlignmentType.CENTER };
	const right = { alignment: AlignmentType.RIGHT };
	const heading = [
		...[m.annex_number(), m.annex_commune(), m.annex_district()],
		...[m.plan_score(), m.annex_cost(), m.annex_reason()]
	];
	return new Table({
		width: { size: 100, type: WidthType.PERCENTAGE },
		columnWidths: WIDTHS.map((share) => share * 93),
		rows: [
			new TableRow({
				tableHeader: true,
				children: heading.map((title, at) => cell(title, at, { bold: true, ...center }))
			}),
			...annex.rows.map(
				({ unit, reason }, at) =>
					new TableRow({
						cantSplit: true,
						children: [
							cell(formatCount(at + 1), 0, center),
							cell(unit.name, 1),
							cell(unit.group, 2),
							cell(unit.score === null ? '–' : formatPoints(unit.score), 3, right),
							cell(formatDecimal(unit.cost), 4, right),
							cell(reason, 5)
						]
					})
			),
			new TableRow({
				children: [
					cell('', 0),
					cell(m.annex_total(), 1, { bold: true }),
					cell('', 2),
					cell('', 3),
					cell(formatDecimal(annex.cost), 4, { bold: true, ...right }),
					cell('', 5)
				]
			})
		]
	});
}

/** The map sheet on a page of its own. */
function picture(data: Uint8Array): Paragraph {
	return new Paragraph({
		pageBreakBefore: true,
		alignment: AlignmentType.CENTER,
		children: [
			new ImageRun({
				type: 'png',
				data,
				transformation: MAP,
				altText: { name: m.annex_map(), title: m.annex_map(), description: m.annex_map() }
			})
		]
	});
}

/** Who made it at the left, who answers for it at the right. */
function signatures(): Table {
	const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
	const sign = (title: string) =>
		new TableCell({
			width: { size: 50, type: WidthType.PERCENTAGE },
			children: [
				text(title, { bold: true, alignment: AlignmentType.CENTER, after: 0 }),
				text(m.annex_sign(), { italics: true, alignment: AlignmentType.CENTER })
			]
		});
	return new Table({
		width: { size: 100, type: WidthType.PERCENTAGE },
		borders: {
			...{ top: none, bottom: none, left: none, right: none },
			...{ insideHorizontal: none, insideVertical: none }
		},
		rows: [
			new TableRow({ cantSplit: true, children: [sign(m.annex_made_by()), sign(m.annex_head())] })
		]
	});
}
