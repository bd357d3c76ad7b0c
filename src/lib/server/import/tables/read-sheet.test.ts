import { describe, expect, it } from 'vitest';
import { readSheet } from './read-sheet.ts';
import { readParts } from './workbook-parts.ts';

const PARTS = readParts(
	new Map([
		[
			'_rels/.rels',
			'<Relationships><Relationship Id="r" Type="…/officeDocument" Target="xl/workbook.xml"/></Relationships>'
		],
		[
			'xl/workbook.xml',
			`<workbook xmlns:r="…"><workbookPr/><sheets>
				<sheet name="Số liệu &amp; sự kiện" sheetId="3" r:id="rId2"/>
				<sheet name="Danh mục" sheetId="1" state="veryHidden" r:id="rId1"/></sheets></workbook>`
		],
		[
			'xl/_rels/workbook.xml.rels',
			`<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="…/worksheet"/>
				<Relationship Type="…/worksheet" Target="/xl/worksheets/sheet7.xml" Id="rId2"/>
				<Relationship Type="…/sharedStrings" Target="sharedStrings.xml" Id="rId3"/>
				<Relationship Type="…/styles" Target="styles.xml" Id="rId4"/></Relationships>`
		],
		[
			'xl/sharedStrings.xml',
			`<sst><si><t>Xã A</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Phường </t></r><r><t>B &lt;mới&gt;</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si/></sst>`
		],
		[
			'xl/styles.xml',
			`<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="_-* #,##0\\ _D_M_-"/><numFmt numFmtId="166" formatCode="0.0%;[Red]-0.0%"/></numFmts>
				<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
				<cellXfs><xf numFmtId="0"/><xf numFmtId="14" xfId="0"><alignment/></xf><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/><xf numFmtId="166"/></cellXfs></styleSheet>`
		]
	])
);

const read = (rows: string, after = '') =>
	readSheet('S', `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`, PARTS);
const cellsOf = (rows: string) => read(rows).rows.map(({ cells }) => cells);

describe('parts of a workbook', () => {
	it('name its sheets in the order shown, with their files', () => {
		expect(PARTS.sheets).toEqual([
			{ name: 'Số liệu & sự kiện', shown: true, path: 'xl/worksheets/sheet7.xml' },
			{ name: 'Danh mục', shown: false, path: 'xl/worksheets/sheet1.xml' }
		]);
	});

	it('give texts without their looks and their pronunciation', () => {
		expect(PARTS.texts).toEqual(['Xã A', 'Phường B <mới>', '']);
	});

	it('tell dates and percentages from numbers by built-in and own formats', () => {
		expect(PARTS.formats).toEqual(['plain', 'date', 'date', 'plain', 'percent', 'percent']);
	});

	it('are found by their relationships, whatever they are called', () => {
		const parts = readParts(
			new Map([
				[
					'_rels/.rels',
					`<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="xl/workbook2.xml"/></Relationships>`
				],
				['xl/workbook2.xml', '<workbook><sheets><sheet name="A" r:id="b"/></sheets></workbook>'],
				[
					'xl/_rels/workbook2.xml.rels',
					`<Relationships><Relationship Id="b" Type="http://x/worksheet" Target="tables/one.xml"/>
						<Relationship Id="c" Type="http://x/sharedStrings" Target="words.xml"/></Relationships>`
				],
				['xl/words.xml', '<sst><si><t>Mã</t></si></sst>']
			])
		);
		expect(parts.sheets).toEqual([{ name: 'A', shown: true, path: 'xl/tables/one.xml' }]);
		expect(parts.texts).toEqual(['Mã']);
	});
});

describe('cells of a sheet', () => {
	it('have the values of their kinds', () => {
		expect(
			cellsOf(`<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>1.5e2</v></c><c r="C1" t="b"><v>1</v></c>
				<c r="D1" t="inlineStr"><is><t>chữ</t></is></c><c r="E1" t="e"><v>#REF!</v></c>
				<c r="F1" t="d"><v>2025-07-01T00:00:00</v></c></row>`)
		).toEqual([['Phường B <mới>', 150, true, 'chữ', { error: '#REF!' }, { date: '2025-07-01' }]]);
	});

	it('are dates where their style says so', () => {
		expect(
			cellsOf(
				'<row><c s="1"><v>45839</v></c><c s="2"><v>45839.75</v></c><c s="3"><v>45839</v></c></row>'
			)
		).toEqual([[{ date: '2025-07-01' }, { date: '2025-07-01' }, 45839]]);
	});

	it('count days from 1904 where the workbook says so, so that 0 is the first of January 1904', () => {
		const parts = { ...PARTS, from1904: true };
		const xml = (days: number) =>
			`<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>${days}</v></c></row></sheetData></worksheet>`;
		const dateOf = (days: number) => readSheet('S', xml(days), parts).rows[0]?.cells[0];
		expect(dateOf(0)).toEqual({ date: '1904-01-01' });
		expect(dateOf(43_464)).toEqual({ date: '2022-12-31' });
		const declared = (value: string) =>
			readParts(
				new Map([['xl/workbook.xml', `<workbook><workbookPr date1904="${value}"/></workbook>`]])
			).from1904;
		expect(['1', 'true', '0', 'false'].map(declared)).toEqual([true, true, false, false]);
	});

	it('that are shown as percentages are those', () => {
		expect(cellsOf('<row><c s="4"><v>0.855</v></c><c s="5"><v>0.07</v></c></row>')).toEqual([
			[{ percent: 85.5 }, { percent: 7 }]
		]);
	});

	it('know hidden columns', () => {
		const xml = `<worksheet><cols><col min="2" max="3" hidden="1"/><col min="4" max="4"/></cols><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>`;
		expect([...readSheet('S', xml, PARTS).hiddenColumns]).toEqual([1, 2]);
	});

	it('leave empty places empty, with and without addresses', () => {
		expect(cellsOf('<row r="3"><c r="B3" s="1"/><c r="D3"><v>4</v></c></row>')).toEqual([
			[null, null, null, 4]
		]);
		expect(cellsOf('<row><c/><c><v>2</v></c></row>')).toEqual([[null, 2]]);
	});

	it('have the results of formulas, an empty text among them, and say which were not computed', () => {
		const sheet =
			read(`<row r="2"><c r="A2"><f>1-1</f><v>0</v></c><c r="B2" t="str"><f>""</f><v></v></c>
			<c r="C2"><f t="shared" si="0"/></c></row>`);
		expect(sheet.rows[0]?.cells).toEqual([0, '', null]);
		expect(sheet.uncomputed).toEqual([{ row: 2, column: 2 }]);
	});

	it('know hidden rows and count rows without numbers', () => {
		const { rows } = read('<row r="4" hidden="1"><c><v>1</v></c></row><row><c><v>2</v></c></row>');
		expect(rows.map(({ number, hidden }) => [number, hidden])).toEqual([
			[4, true],
			[5, false]
		]);
	});

	it('of a merged range all have its value, and the range is told', () => {
		const { rows, merges } = read(
			'<row r="1"><c r="A1"><v>7</v></c></row><row r="2"><c r="C2"><v>1</v></c></row>',
			'<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
		);
		expect(rows.map(({ cells }) => cells)).toEqual([
			[7, 7],
			[7, 7, 1]
		]);
		expect(merges).toEqual([{ top: 1, bottom: 2, left: 0, right: 1 }]);
	});

	it('are read with a prefix, too, and line breaks as what they are', () => {
		const xml = `<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>a&#10;b_x000D_c</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
		expect(readSheet('S', xml, PARTS).rows[0]?.cells).toEqual(['a\nb\rc']);
	});
});
