import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { publicReport } from '#lib/domain/disclosure/public-report.ts';
import { NOTE, PUBLIC, REPORT, THREE } from './fixtures/report.ts';
import { reportWorkbook } from './report-workbook.ts';

async function read(forPublic: boolean, report = REPORT): Promise<ExcelJS.Workbook> {
	overwriteGetLocale(() => 'vi');
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(
		(await reportWorkbook(forPublic ? publicReport(report, PUBLIC) : report, {
			...NOTE,
			forPublic
		})) as never
	);
	return workbook;
}
const cells = (workbook: ExcelJS.Workbook, sheet: number, row: number) =>
	(workbook.worksheets[sheet]!.getRow(row).values as unknown[]).slice(1);

it('an annex has numbers as numbers, gaps in words, and says what it is', async () => {
	const workbook = await read(false);
	expect(workbook.worksheets.map(({ name }) => name)).toEqual([
		'Địa bàn',
		'Chỉ tiêu',
		'Theo diện',
		'Thuyết minh'
	]);
	expect(cells(workbook, 0, 2)).toEqual([
		1,
		'Xã Mường Nhé',
		'Huyện Mường Nhé',
		'Đạt – duy trì',
		'14/07/2017',
		'20/03/2020',
		41,
		'–',
		'–'
	]);
	expect(cells(workbook, 0, 3)[6]).toBe('thiếu');
	expect(cells(workbook, 1, 2).slice(3, 5)).toEqual([342, '–']);
	expect(cells(workbook, 2, 2)).toEqual(['Trật tự, an toàn xã hội', 44, 42, '95,45 %', 0]);
	const about = workbook.worksheets[3]!.getColumn(1).values.map(String).join('\n');
	for (const text of [
		'LƯU HÀNH NỘI BỘ',
		'Số liệu minh họa',
		'Nguồn: số liệu báo cáo các chỉ tiêu, cập nhật 25/11/2026; phiên bản',
		'phiên bản số liệu 12'
	]) {
		expect(about).toContain(text);
	}
});

it('a public annex has no counts of single communes', async () => {
	const workbook = await read(true, THREE);
	expect(cells(workbook, 0, 2)[6]).toBe('ẩn');
	expect(cells(workbook, 1, 10)[3]).toBe('ẩn');
});
