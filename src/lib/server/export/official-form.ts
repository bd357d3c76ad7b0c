import {
	AlignmentType,
	BorderStyle,
	Document,
	Header,
	Packer,
	PageNumber,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	WidthType,
	convertMillimetersToTwip,
	type FileChild
} from 'docx';
import { cleanLine, cleanText } from '#lib/domain/clean-text.ts';

/** The form of official documents: NĐ 30/2020/NĐ-CP, appendix I. */

/** Times New Roman 13 to 14, in half points. */
const FONT = 'Times New Roman';
const SIZE = 26;
export const TITLE_SIZE = 28;
/** Its margins in millimetres. */
const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 } as const;

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];
export interface TextStyle {
	bold?: boolean;
	italics?: boolean;
	size?: number;
	alignment?: Alignment;
	/** Twentieths of a point before and after the paragraph. */
	before?: number;
	after?: number;
	/** Stays on the page of what follows: a heading. */
	keepNext?: boolean;
}

/** A document on A4 with the prescribed margins and type, the page's number at the top from the second on. */
export async function officialDocument(
	{ title, author }: { title: string; author: string },
	children: readonly FileChild[]
): Promise<Buffer> {
	const mm = convertMillimetersToTwip;
	const document = new Document({
		creator: cleanLine(author),
		title: cleanLine(title),
		styles: { default: { document: { run: { font: FONT, size: SIZE } } } },
		sections: [
			{
				properties: {
					titlePage: true,
					page: {
						size: { width: mm(210), height: mm(297) },
						margin: {
							top: mm(MARGINS.top),
							bottom: mm(MARGINS.bottom),
							left: mm(MARGINS.left),
							right: mm(MARGINS.right)
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
				children
			}
		]
	});
	return Packer.toBuffer(document);
}

/** A paragraph of body text; line ends in it are line breaks. */
export function text(
	content: string,
	{
		bold = false,
		italics = false,
		size = SIZE,
		alignment = AlignmentType.BOTH,
		before = 0,
		after = 120,
		keepNext = false
	}: TextStyle = {}
): Paragraph {
	return new Paragraph({
		alignment,
		spacing: { before, after },
		keepNext,
		children: cleanText(content)
			.split('\n')
			.map((line, at) => {
				const breaks = at > 0 ? { break: 1 } : {};
				return new TextRun({ text: line, bold, italics, size, font: FONT, ...breaks });
			})
	});
}

/** Columns of text beside each other without lines: letterhead and signatures. */
export function columns(parts: readonly { width: number; content: readonly Paragraph[] }[]): Table {
	const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
	return new Table({
		width: { size: 100, type: WidthType.PERCENTAGE },
		columnWidths: parts.map(({ width }) => width * 93),
		borders: {
			top: none,
			bottom: none,
			left: none,
			right: none,
			insideHorizontal: none,
			insideVertical: none
		},
		rows: [
			new TableRow({
				cantSplit: true,
				children: parts.map(
					({ width, content }) =>
						new TableCell({
							width: { size: width, type: WidthType.PERCENTAGE },
							children: content
						})
				)
			})
		]
	});
}
