import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Problem } from '#lib/domain/problem.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { markedWorkbook } from '#lib/server/export/marked-workbook.ts';
import { sheetPng } from '#lib/server/sheet/sheet-png.ts';
import { officeFaults } from './support/office-faults.ts';

const SHEET = 'Số liệu';
const PROBLEM: Problem = {
	severity: 'error',
	code: 'number-unreadable',
	file: 'sent.xlsx',
	sheet: SHEET,
	cell: 'B2',
	row: 2,
	column: 'Kỳ này',
	value: 'hai\u000bba'
};
const FIRST_RELATIONS = 'xl/worksheets/_rels/sheet1.xml.rels';
const png = await sheetPng({ width: 4, height: 3, title: 'Bản đồ', marks: [] }, 1);

type Draw = (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void;
type Edit = (zip: JSZip) => Promise<unknown>;
const addNote: Draw = (sheet) => (sheet.getCell('B2').note = 'Đã hỏi lại');
const addTable: Draw = (sheet) =>
	sheet.addTable({
		name: 'Bang',
		ref: 'D1',
		columns: [{ name: 'a' }, { name: 'b' }],
		rows: [[1, 2]]
	});

/** What programs put into workbooks, and how they name its parts. */
const WORKBOOKS: [string, Draw, Edit?][] = [
	[
		'a table and a comment',
		(sheet, workbook) => [addTable, addNote].forEach((draw) => draw(sheet, workbook))
	],
	[
		'a picture that stands at one cell',
		(sheet, workbook) => {
			const buffer = Buffer.from(png).toString('base64');
			const image = workbook.addImage({ base64: buffer, extension: 'png' });
			sheet.addImage(image, { tl: { col: 3, row: 3 }, ext: { width: 20, height: 20 } });
		}
	],
	[
		'conditional formats with extensions',
		(sheet) => {
			const ends = [{ type: 'min' as const }, { type: 'max' as const }];
			const rule = { type: 'dataBar', priority: 1, cfvo: ends, color: { argb: 'FF638EC6' } };
			sheet.addConditionalFormatting({
				ref: 'B2:B3',
				rules: [{ ...rule, type: 'dataBar', gradient: false }]
			});
		}
	],
	['text that XML forbids', (sheet) => (sheet.getCell('C2').value = 'a\ufffeb')],
	[
		'no theme',
		addNote,
		async (zip) => {
			zip.remove('xl/theme/theme1.xml');
			await replaceIn(zip, '[Content_Types].xml', /<Override PartName="\/xl\/theme[^>]*>/, '');
			await replaceIn(zip, 'xl/_rels/workbook.xml.rels', /<Relationship [^>]*theme1\.xml"\/>/, '');
		}
	],
	[
		'a main part of another name',
		addNote,
		async (zip) => {
			await move(zip, 'xl/workbook.xml', 'xl/workbook2.xml');
			await move(zip, 'xl/_rels/workbook.xml.rels', 'xl/_rels/workbook2.xml.rels');
			for (const name of ['_rels/.rels', '[Content_Types].xml']) {
				await replaceIn(zip, name, 'xl/workbook.xml', 'xl/workbook2.xml');
			}
		}
	],
	[
		'comments under another name',
		addNote,
		async (zip) => {
			await move(zip, 'xl/comments1.xml', 'xl/comments/comment1.xml');
			await replaceIn(zip, '[Content_Types].xml', 'comments1', 'comments/comment1');
			await replaceIn(zip, FIRST_RELATIONS, '../comments1', '/xl/comments/comment1');
		}
	],
	[
		'a table without a style',
		addTable,
		(zip) => replaceIn(zip, 'xl/tables/table1.xml', /<tableStyleInfo[^>]*\/>/, '')
	]
];

describe('a workbook with its problems marked', () => {
	const folder = mkdtempSync(join(tmpdir(), 'diaban-marked-'));
	afterAll(() => rmSync(folder, { recursive: true }));

	async function mark(file: Buffer): Promise<{ file: Buffer; workbook: ExcelJS.Workbook }> {
		overwriteGetLocale(() => 'vi');
		const path = join(folder, 'sent.xlsx');
		writeFileSync(path, file);
		const marked = await markedWorkbook(path, [PROBLEM]);
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(new Uint8Array(marked).buffer);
		return { file: marked, workbook };
	}

	it.each(WORKBOOKS)('is valid with %s', async (_, draw, edit) => {
		const { file, workbook } = await mark(await write(draw, edit));
		expect(await officeFaults(file, 'xlsx')).toEqual([]);
		const sheet = workbook.getWorksheet(SHEET);
		expect(sheet?.getCell('A3').value).toBe('03158');
		expect(sheet?.getCell('B2').fill).toMatchObject({ fgColor: { argb: 'FFFFC7A8' } });
		expect(sheet?.getCell('B2').note).toBeTruthy();
		expect(workbook.worksheets.at(-1)?.getCell('E2').value).toBe('hai\nba');
	});

	it('keeps what a comment said before', async () => {
		const { workbook } = await mark(await write(addNote));
		expect(JSON.stringify(workbook.getWorksheet(SHEET)?.getCell('B2').note)).toContain(
			'Đã hỏi lại'
		);
	});

	it('is a list of them alone where the workbook cannot be opened', async () => {
		const { file, workbook } = await mark(Buffer.from('no workbook'));
		expect(await officeFaults(file, 'xlsx')).toEqual([]);
		expect(workbook.worksheets).toHaveLength(1);
		expect(workbook.worksheets[0]?.getCell('C2').value).toBe('B2');
	});
});

async function write(draw: Draw, edit?: Edit): Promise<Buffer> {
	const workbook = new ExcelJS.Workbook();
	const sheet = workbook.addWorksheet(SHEET);
	sheet.addRows([
		['Mã', 'Kỳ này'],
		['03127', 2],
		['03158', 3]
	]);
	draw(sheet, workbook);
	const zip = await JSZip.loadAsync(await workbook.xlsx.writeBuffer());
	await edit?.(zip);
	return zip.generateAsync({ type: 'nodebuffer' });
}

async function replaceIn(zip: JSZip, name: string, what: string | RegExp, by: string) {
	zip.file(name, (await zip.file(name)!.async('string')).replace(what, by));
}

async function move(zip: JSZip, from: string, to: string) {
	zip.file(to, await zip.file(from)!.async('string'));
	zip.remove(from);
}
