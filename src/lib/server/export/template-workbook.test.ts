import ExcelJS from 'exceljs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Unit } from '#lib/domain/unit.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { headingKey, tableSpec } from '../import/tables/columns.ts';
import { templateWorkbook, type TemplateRequest } from './template-workbook.ts';

afterEach(() => overwriteGetLocale(() => 'vi'));

const units = [
	{ id: 1, code: '03160', name: 'Mường Nhé', kind: 'Xã', parentName: 'Huyện Mường Nhé' },
	{ id: 2, code: '03127', name: 'Mường Thanh', kind: 'Phường', parentName: 'Điện Biên Phủ' }
] as Unit[];
const request: Omit<TemplateRequest, 'kind'> = {
	units,
	date: '2025-06-30',
	year: 2025,
	month: 6,
	reporting: false,
	demonstration: false,
	indicators: [
		{ code: 'C01', nameVi: 'Vụ', nameEn: 'Cases', unitVi: 'vụ', unitEn: 'cases' }
	] as unknown as TemplateRequest['indicators'],
	tracks: [{ code: 'TTATXH', nameVi: 'Trật tự', nameEn: 'Public order' }]
};

async function open(kind: TemplateRequest['kind']): Promise<ExcelJS.Workbook> {
	const workbook = new ExcelJS.Workbook();
	const file = await templateWorkbook({ ...request, kind });
	await workbook.xlsx.load(file as unknown as ExcelJS.Buffer);
	return workbook;
}
const textsOf = (row: ExcelJS.Row) => (row.values as (string | undefined)[]).filter(Boolean);

describe.each(['vi', 'en'] as const)('templates in %s', (locale) => {
	it.each(['status', 'models', 'sites', 'succession'] as const)(
		'have headings that are understood when they come back: %s',
		async (kind) => {
			overwriteGetLocale(() => locale);
			const sheet = (await open(kind)).worksheets[0]!;
			const known = tableSpec(kind).columns.flatMap(({ headings }) => headings);
			const headings = textsOf(sheet.getRow(1)) as string[];
			expect(headings.filter((heading) => !known.includes(headingKey(heading)))).toEqual([]);
		}
	);

	it('name indicators and tracks in their language', async () => {
		overwriteGetLocale(() => locale);
		const figures = textsOf((await open('indicators')).worksheets[0]!.getRow(5));
		expect(figures).toContain(locale === 'vi' ? 'C01 – Vụ (vụ)' : 'C01 – Cases (cases)');
		const lists = (await open('status')).getWorksheet('DM')!;
		expect(lists.getCell('B1').value).toBe(locale === 'vi' ? 'Trật tự' : 'Public order');
	});

	it('of mergers has a line for each commune of the day before', async () => {
		overwriteGetLocale(() => locale);
		const sheet = (await open('succession')).worksheets[0]!;
		expect(textsOf(sheet.getRow(2))).toEqual(['03127', 'Phường Mường Thanh', 'Điện Biên Phủ']);
		expect(textsOf(sheet.getRow(3))).toEqual(['03160', 'Xã Mường Nhé', 'Huyện Mường Nhé']);
		expect(sheet.rowCount).toBe(3);
	});
});
