import { describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { toTableCsv } from './table-csv.ts';
import type { TableRow } from './table-row.ts';

const NOTE = {
	month: 24_283,
	calendar: 'calendar' as const,
	track: 'Trật tự',
	base: 'cùng kỳ',
	frame: { from: '2020-01-01', to: null },
	reading: undefined,
	demonstration: false,
	dataVersion: 7,
	sources: [],
	exportedAt: '2026-11-30',
	label: '',
	publicNotes: []
};
const ROW: TableRow = {
	unitId: 1,
	code: '03127',
	name: 'Phường Him Lam',
	sortName: 'Him Lam',
	district: 'Huyện',
	statusCode: 6,
	status: 'Đạt',
	composition: '',
	estimated: false,
	trendCode: 22,
	trend: 'Chưa rõ',
	sites: 3,
	sitesPer10000: 2.5,
	population: 12_000.4,
	populationEstimated: true,
	areaKm2: 5.7
};

describe('the table as CSV', () => {
	it('has numbers as plain numbers and words as words, each under its heading', () => {
		const reported = { ...ROW, populationEstimated: false, sitesPer10000: undefined };
		const rows = parse(toTableCsv([ROW, reported], NOTE), {
			bom: true,
			comment: '#',
			columns: true
		});
		expect(rows).toMatchObject([
			{
				Mã: '03127',
				'Điểm mô hình': '3',
				'Điểm/10.000 dân': '2.50',
				'Dân số': '12000',
				'Ghi chú dân số': 'ước tính',
				'Diện tích (km²)': '5.70'
			},
			{ 'Điểm/10.000 dân': '', 'Ghi chú dân số': '', 'Diện tích (km²)': '5.70' }
		]);
	});
});
