import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { toMonth } from '#lib/domain/period.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { TableRow } from '#lib/view/table-row.ts';
import { tableWorkbook } from './table-workbook.ts';

const ROW: TableRow = {
	unitId: 1,
	code: '03158',
	name: 'Xã Sín Thầu',
	sortName: 'Sín Thầu',
	district: 'Huyện Mường Nhé',
	statusCode: 4,
	status: 'Đang chuyển hóa',
	composition: '1/3 xã cũ đạt',
	estimated: false,
	trendCode: 22,
	trend: 'Chưa rõ',
	sites: 3,
	sitesPer10000: 4.5678,
	population: 6567.4,
	populationEstimated: true,
	areaKm2: 561.256
};

it('a table keeps numbers as numbers, gaps as gaps, and says what it is', async () => {
	overwriteGetLocale(() => 'vi');
	const gap = { ...ROW, code: '03160', sites: undefined, sitesPer10000: undefined };
	const file = await tableWorkbook([ROW, gap], {
		month: toMonth(2026, 10),
		calendar: 'calendar',
		track: 'Trật tự',
		base: 'cùng kỳ',
		reading: undefined,
		frame: { from: '2025-07-01', to: null },
		demonstration: true,
		dataVersion: 12,
		sources: [
			{
				subject: 'indicators',
				importedAt: '2026-11-25',
				sensitivity: 'internal',
				issuers: [],
				documents: []
			}
		],
		exportedAt: '2026-11-26',
		label: 'LƯU HÀNH NỘI BỘ',
		publicNotes: []
	});
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(file as never);
	const [table, about] = workbook.worksheets;
	const cells = (row: number) => (table!.getRow(row).values as unknown[]).slice(1);
	// Codes are text: a leading zero is part of them.
	expect(cells(2)).toEqual([
		'03158',
		'Xã Sín Thầu',
		'Huyện Mường Nhé',
		'Đang chuyển hóa (1/3 xã cũ đạt)',
		'Chưa rõ',
		3,
		4.57,
		6567,
		'ước tính',
		561.26
	]);
	expect(table!.getRow(3).getCell(6).value).toBeNull();
	const lines = about!.getColumn(1).values.map(String).join('\n');
	expect(lines).toContain('LƯU HÀNH NỘI BỘ');
	expect(lines).toContain('Số liệu minh họa');
	expect(lines).toContain('số liệu báo cáo các chỉ tiêu, cập nhật 25/11/2026');
});
