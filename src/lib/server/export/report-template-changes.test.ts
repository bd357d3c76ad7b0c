import { Document, Footer, FootnoteReferenceRun, Header, Packer, Paragraph, TextRun } from 'docx';
import JSZip from 'jszip';
import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { reportFields } from '#lib/view/report/fields.ts';
import { reportTables } from '#lib/view/report/tables.ts';
import { NOTE, REPORT } from './fixtures/report.ts';
import { fillTemplate, findTemplateFault } from './report-document.ts';

beforeEach(() => overwriteGetLocale(() => 'vi'));

const WHO = 'w:id="1" w:author="An" w:date="2026-01-01T00:00:00Z"';
const run = (text: string, tag = 't') =>
	`<w:r><w:${tag} xml:space="preserve">${text}</w:${tag}></w:r>`;
const inserted = (text: string) => `<w:ins ${WHO}>${run(text)}</w:ins>`;
const deleted = (text: string) => `<w:del ${WHO}>${run(text, 'delText')}</w:del>`;
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const row = (text: string, properties = '') =>
	`<w:tr>${properties}<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>${paragraph(run(text))}</w:tc></w:tr>`;
const table = (...rows: string[]) =>
	`<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>${rows.join('')}</w:tbl>${paragraph()}`;

/** A Word file with a body as Word would write it. */
async function wordFile(body: string): Promise<Buffer> {
	const plain = await Packer.toBuffer(
		new Document({ sections: [{ children: [new Paragraph('BODY')] }] })
	);
	const zip = await JSZip.loadAsync(plain);
	const name = 'word/document.xml';
	const xml = await zip.file(name)!.async('string');
	zip.file(name, xml.replace(/<w:p>.*BODY.*?<\/w:p>/, body));
	return zip.generateAsync({ type: 'nodebuffer' });
}

/** Paragraphs of a part of a filled template; undefined where the template was refused. */
async function fill(template: Buffer, part = 'document'): Promise<string[] | undefined> {
	if (await findTemplateFault(template)) return undefined;
	const file = await fillTemplate(template, reportFields(REPORT, NOTE), reportTables(REPORT, NOTE));
	const xml = await (
		await JSZip.loadAsync(file)
	)
		.file(new RegExp(`^word/${part}\\d?\\.xml$`))[0]!
		.async('string');
	return xml
		.split('</w:p>')
		.map((each) => each.replaceAll(/<[^>]+>/g, '').trim())
		.filter((text) => text !== '');
}

describe('a template with tracked changes', () => {
	it.each([
		['a field in deleted text', paragraph(deleted('{khong_co}'), run('còn lại')), ['còn lại']],
		['half a field in deleted text', paragraph(deleted('{kh'), run('{dat} xã')), ['42 xã']],
		['a field in inserted text', paragraph(inserted('{dat}'), run(' xã')), ['42 xã']],
		[
			'a field that was corrected',
			paragraph(run('{d'), deleted('uy'), inserted('a'), run('t'), inserted('}'), run(' xã')),
			['42 xã']
		],
		[
			'a field that was moved',
			paragraph(
				`<w:moveFromRangeStart w:id="2" w:name="m"/><w:moveFrom ${WHO}>${run('{khong_co} ')}</w:moveFrom><w:moveFromRangeEnd w:id="2"/>`,
				run('xã: '),
				`<w:moveToRangeStart w:id="3" w:name="m"/><w:moveTo ${WHO}>${run('{dat}')}</w:moveTo><w:moveToRangeEnd w:id="3"/>`
			),
			['xã: 42']
		],
		[
			'a paragraph whose end was deleted',
			`<w:p><w:pPr><w:rPr><w:del ${WHO}/></w:rPr></w:pPr>${run('{da')}${deleted('x')}</w:p>${paragraph(run('t} xã'))}`,
			['42 xã']
		],
		[
			'a deleted and an inserted row',
			table(
				row('{khong_co}', `<w:trPr><w:del ${WHO}/></w:trPr>`),
				row('{dat}', `<w:trPr><w:ins ${WHO}/></w:trPr>`)
			),
			['42']
		],
		[
			'a deleted table',
			table(row('{khong_co}', `<w:trPr><w:del ${WHO}/></w:trPr>`)) + paragraph(run('{dat}')),
			['42']
		],
		[
			'another look before',
			paragraph(
				`<w:r><w:rPr><w:b/><w:rPrChange ${WHO}><w:rPr/></w:rPrChange></w:rPr><w:t>{dat}</w:t></w:r>`
			),
			['42']
		],
		[
			'a field in parts',
			paragraph(
				run('{'),
				'<w:proofErr w:type="spellStart"/>',
				run('dat'),
				'<w:proofErr w:type="spellEnd"/>',
				run('}')
			),
			['42']
		],
		[
			'a smart tag',
			paragraph(run('{da'), `<w:smartTag w:element="place">${run('t}')}</w:smartTag>`),
			['42']
		]
	])('is filled as it reads: %s', async (_, body, lines) => {
		expect(await fill(await wordFile(body))).toEqual(lines);
	});

	it('is refused for an unknown field in inserted text', async () => {
		const template = await wordFile(paragraph(inserted('{khong_co}')));
		expect(await findTemplateFault(template)).toMatchObject({
			fault: 'unknown',
			fields: ['khong_co']
		});
	});
});

describe('a field outside of the body', () => {
	it('is filled in headers and footers', async () => {
		const section = {
			headers: { default: new Header({ children: [new Paragraph('Đầu {dat}')] }) },
			footers: { default: new Footer({ children: [new Paragraph('Cuối {dat}')] }) },
			children: [new Paragraph('x')]
		};
		const template = await Packer.toBuffer(new Document({ sections: [section] }));
		expect(await fill(template, 'header')).toEqual(['Đầu 42']);
		expect(await fill(template, 'footer')).toEqual(['Cuối 42']);
	});

	it('is filled in a text box, and in what old versions of Word show instead', async () => {
		const box = `<w:txbxContent>${paragraph(run('{dat}'))}</w:txbxContent>`;
		const body = paragraph(
			`<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`,
			run('{duyet}')
		);
		expect(await fill(await wordFile(body))).toEqual(['42', '42', '44']);
	});

	it.each([
		[
			'half of it in a header',
			{ headers: { default: new Header({ children: [new Paragraph('{dat')] }) }, children: [] }
		],
		[
			'in a footnote, where none is filled',
			{ children: [new Paragraph({ children: [new TextRun('x'), new FootnoteReferenceRun(1)] })] }
		]
	])('is refused: %s', async (_, section) => {
		const footnotes = { 1: { children: [new Paragraph('Theo {dat}')] } };
		const document = new Document({
			sections: [section],
			...('headers' in section ? {} : { footnotes })
		});
		expect(await findTemplateFault(await Packer.toBuffer(document))).toMatchObject({
			fault: 'broken'
		});
	});
});
