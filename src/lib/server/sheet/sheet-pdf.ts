import PDFDocument from 'pdfkit';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { AreaMark, Mark, Sheet } from './marks.ts';
import { sheetFonts } from './fonts.ts';
import { cover, trace, type Pdf } from './pdf-covers.ts';

/** Points in a millimetre. */
const POINTS_PER_MM = 72 / 25.4;

/** Sheets as a PDF file, one a page: vectors, and text that can be searched. */
export async function sheetsPdf(sheets: readonly Sheet[]): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of streamPdf(sheets, sheets[0]?.title ?? '', new Date()))
		chunks.push(chunk);
	return Buffer.concat(chunks);
}

/**
 * The same, page after page as they are drawn: a thick file needs no more memory than a thin one.
 *
 * @param sheets drawn one at a time, as the reader consumes the file
 * @param made its date: the same sheets of the same date are the same bytes
 */
export async function* streamPdf(
	sheets: Iterable<Sheet>,
	title: string,
	made: Date
): AsyncGenerator<Uint8Array> {
	const document = new PDFDocument({
		autoFirstPage: false,
		info: { Title: title, CreationDate: made },
		lang: getLocale()
	});
	const { regular, bold } = sheetFonts();
	document.registerFont('regular', regular);
	document.registerFont('bold', bold);
	const backdrops: Backdrops = new Map();
	for (const { width, height, marks } of sheets) {
		document.addPage({ size: [width * POINTS_PER_MM, height * POINTS_PER_MM], margin: 0 });
		document.scale(POINTS_PER_MM);
		for (const mark of marks) draw(document, mark, backdrops);
		yield* taken(document);
		// Others are answered between two pages.
		await new Promise((resolve) => setImmediate(resolve));
	}
	document.end();
	for await (const chunk of document) yield chunk as Uint8Array;
}

/** What the document has written so far. */
function* taken(document: Pdf): Generator<Uint8Array> {
	for (let chunk: unknown = document.read(); chunk !== null; chunk = document.read()) {
		yield chunk as Uint8Array;
	}
}

/** Backdrops that are in the file, by their areas. */
type Backdrops = Map<
	readonly Omit<AreaMark, 'cover'>[],
	{ name: string; form: PDFKit.PDFKitReference }
>;

function draw(document: Pdf, mark: Mark, backdrops: Backdrops): void {
	switch (mark.kind) {
		case 'area': {
			trace(document, mark.rings).fill(mark.fill, 'even-odd');
			if (mark.cover) cover(document, mark.rings, mark.cover);
			trace(document, mark.rings).lineWidth(mark.width).lineJoin('round').stroke(mark.stroke);
			return;
		}
		case 'backdrop':
			backdrop(document, mark.areas, backdrops);
			return;
		case 'window': {
			const { x, y, width, height } = mark.box;
			document.save().rect(x, y, width, height).clip();
			for (const each of mark.marks) draw(document, each, backdrops);
			document.restore();
			return;
		}
		case 'clip':
			document.save();
			trace(document, mark.rings).clip('even-odd');
			for (const each of mark.marks) draw(document, each, backdrops);
			document.restore();
			return;
		case 'shade':
			trace(document, mark.rings).fillOpacity(mark.opacity).fill(mark.fill, 'even-odd');
			document.fillOpacity(1);
			return;
		case 'line': {
			mark.points.forEach(([x, y], at) =>
				at === 0 ? document.moveTo(x, y) : document.lineTo(x, y)
			);
			document.lineWidth(mark.width).lineJoin('round').lineCap('round').stroke(mark.stroke);
			return;
		}
		case 'text': {
			const { text, size, bold, anchor, color, halo } = mark;
			document.font(bold ? 'bold' : 'regular').fontSize(size);
			const width = document.widthOfString(text);
			const x = mark.x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
			const options = { lineBreak: false, baseline: 'alphabetic' } as const;
			if (halo) {
				// The seam is a text of its own below the letters.
				document
					.lineWidth(size * 0.25)
					.lineJoin('round')
					.strokeColor(halo)
					.fillColor(halo);
				document.text(text, x, mark.y, { ...options, stroke: true, fill: true });
			}
			document.fillColor(color).text(text, x, mark.y, options);
		}
	}
}

/** Refers to a backdrop, a form of its own in the file, which is written when it is met first. */
function backdrop(
	document: Pdf,
	areas: readonly Omit<AreaMark, 'cover'>[],
	backdrops: Backdrops
): void {
	let known = backdrops.get(areas);
	if (!known) {
		const { width, height } = document.page;
		const form = document.ref({
			Type: 'XObject',
			Subtype: 'Form',
			Resources: {},
			BBox: [0, 0, width / POINTS_PER_MM, height / POINTS_PER_MM]
		});
		form.end(Buffer.from(areas.map(areaText).join('\n')));
		known = { name: `Backdrop${backdrops.size}`, form };
		backdrops.set(areas, known);
	}
	const forms = document.page.xobjects as Record<string, PDFKit.PDFKitReference>;
	forms[known.name] = known.form;
	document.addContent(`/${known.name} Do`);
}

/** An area in the language of PDF: colours, width of the line, its rings, filled by the even-odd rule and outlined. */
function areaText({ rings, fill, stroke, width }: Omit<AreaMark, 'cover'>): string {
	const path = rings.map((ring) =>
		ring.map(([x, y], at) => `${x.toFixed(2)} ${y.toFixed(2)} ${at === 0 ? 'm' : 'l'}`).join(' ')
	);
	return `${rgb(fill)} rg ${rgb(stroke)} RG ${width} w 1 j ${path.map((each) => `${each} h`).join(' ')} B*`;
}

/** Red, green and blue from 0 to 1, of a colour such as #ca7600. */
function rgb(color: string): string {
	return [1, 3, 5]
		.map((at) => (Number.parseInt(color.slice(at, at + 2), 16) / 255).toFixed(3))
		.join(' ');
}
