import {
	AlignmentType,
	ImageRun,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	VerticalAlign,
	WidthType,
	type FileChild
} from 'docx';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDecimal } from '#lib/view/format.ts';
import { columns, officialDocument, text, TITLE_SIZE, type TextStyle } from './official-form.ts';
import type { Annex, AnnexRow } from './plan-annex.ts';

const TABLE_SIZE = 22;
/** Shares of the table's width, in hundredths. */
const WIDTHS = [6, 23, 12, 10, 13, 11, 25] as const;

/** Width and height of the map on the page in CSS pixels: 165 mm wide, upright like A4. */
const MAP = { width: 624, height: 882 } as const;

/** An annex in the official form: A4, prescribed margins, the page's number at the top from the second on. */
export async function annexDocument(
	annex: Annex,
	author: string,
	/** The map sheet, upright, as PNG; none where its boundaries are not known any more. */
	map?: Uint8Array
): Promise<Buffer> {
	const heading = { bold: true, size: TITLE_SIZE, alignment: AlignmentType.CENTER } as const;
	return officialDocument({ title: m.annex_title(), author }, [
		text(m.annex_heading(), heading),
		text(m.annex_title(), heading),
		text(m.annex_with(), { italics: true, alignment: AlignmentType.CENTER, after: 240 }),
		...annex.about.map((line) => text(line)),
		listTable(annex.rows, annex.cost),
		...further(annex),
		text(m.annex_demands(), { bold: true, before: 240 }),
		...annex.demands.map((line) => text(`– ${line};`)),
		text(m.annex_method(), { bold: true }),
		...annex.method.map((line) => text(line)),
		text('', { after: 120 }),
		signatures(),
		...(map ? [picture(map)] : [])
	]);
}

function cell(content: string, at: number, style: TextStyle = {}): TableCell {
	return new TableCell({
		width: { size: WIDTHS[at] ?? 10, type: WidthType.PERCENTAGE },
		verticalAlign: VerticalAlign.CENTER,
		margins: { left: 80, right: 80, top: 40, bottom: 40 },
		children: [
			text(content, { size: TABLE_SIZE, after: 0, alignment: AlignmentType.LEFT, ...style })
		]
	});
}

/** Candidates that were not chosen, and what was sent up; nothing where there is neither. */
function further({ refused, proposals }: Annex): FileChild[] {
	const head = (title: string) => text(title, { bold: true, before: 240, keepNext: true });
	return [
		...(refused.length > 0 ? [head(m.annex_refused()), listTable(refused)] : []),
		...(proposals.length > 0
			? [head(m.annex_proposals()), ...proposals.map((line) => text(`– ${line};`))]
			: [])
	];
}

/** @param cost of all together; without it there is no line of totals */
function listTable(rows: readonly AnnexRow[], cost?: number): Table {
	const center = { alignment: AlignmentType.CENTER };
	const right = { alignment: AlignmentType.RIGHT };
	const heading = [
		m.annex_number(),
		m.annex_commune(),
		m.annex_cases(),
		m.annex_rate(),
		m.annex_ranks(),
		m.annex_cost(),
		m.annex_reason()
	];
	return new Table({
		width: { size: 100, type: WidthType.PERCENTAGE },
		columnWidths: WIDTHS.map((share) => share * 93),
		rows: [
			new TableRow({
				tableHeader: true,
				children: heading.map((title, at) => cell(title, at, { bold: true, ...center }))
			}),
			...rows.map(
				({ unit, cases, rate, rank, reason }, at) =>
					new TableRow({
						cantSplit: true,
						children: [
							cell(formatCount(at + 1), 0, center),
							cell(unit.group === '' ? unit.name : `${unit.name}\n${unit.group}`, 1),
							cell(cases, 2, right),
							cell(rate, 3, right),
							cell(rank, 4, center),
							cell(formatDecimal(unit.cost), 5, right),
							cell(reason, 6)
						]
					})
			),
			...(cost === undefined
				? []
				: [
						new TableRow({
							children: [
								cell('', 0),
								cell(m.annex_total(), 1, { bold: true }),
								...[2, 3, 4].map((at) => cell('', at)),
								cell(formatDecimal(cost), 5, { bold: true, ...right }),
								cell('', 6)
							]
						})
					])
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
	const center = { alignment: AlignmentType.CENTER } as const;
	const sign = (title: string) => [
		text(title, { bold: true, ...center, after: 0 }),
		text(m.annex_sign(), { italics: true, ...center })
	];
	return columns([
		{ width: 50, content: sign(m.annex_made_by()) },
		{ width: 50, content: sign(m.annex_head()) }
	]);
}
