import { afterEach, describe, expect, it } from 'vitest';
import type { ImportReport } from '#lib/domain/import-report.ts';
import { PROBLEM_CODES } from '#lib/domain/problem.ts';
import { baseLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { importReportText } from '#lib/view/import-report-text.ts';
import { problemText } from '#lib/view/problem-text.ts';

const REPORT: ImportReport = {
	file: '/x/ranh-gioi.geojson',
	subject: 'boundaries',
	sha256: '',
	bytes: 2_500_000,
	outcome: 'refused',
	read: 1234,
	written: 0,
	timings: {},
	problems: Array.from({ length: 25 }, () => ({
		severity: 'error',
		code: 'overlap',
		file: '/x/ranh-gioi.geojson',
		unit: '03203 A – 03204 B',
		position: [103.0169, 21.386],
		detail: { areaM2: 1234.5, share: 0.00123 }
	})),
	problemCounts: { errors: 25, warnings: 0 },
	topology: {
		accepted: false,
		faults: [
			{
				kind: 'overlap',
				units: ['03203 A', '03204 B'],
				areaM2: 1_234_500,
				shareOfSmallest: 0.00001,
				position: [103.0169, 21.386]
			}
		]
	}
};

afterEach(() => overwriteGetLocale(() => baseLocale));

describe.each(['vi', 'en'] as const)('texts in %s', (locale) => {
	it.each(PROBLEM_CODES)('say what %s means and what to do', (code) => {
		overwriteGetLocale(() => locale);
		const { what, way } = problemText({ severity: 'error', code, file: 'x.csv' });
		expect(what.length).toBeGreaterThan(5);
		expect(way.length).toBeGreaterThan(5);
		expect(what + way).not.toMatch(/undefined|NaN|\{|problem_/);
	});
});

describe('a report', () => {
	it('is written with Vietnamese numbers, and stops after twenty problems', () => {
		overwriteGetLocale(() => 'vi');
		const text = importReportText(REPORT);
		expect(text).toContain('(2,5 MB)');
		expect(text).toContain('Đọc: 1.234');
		expect(text).toContain('1.235 m² (0,12 % đơn vị nhỏ hơn)');
		expect(text).toContain('103,01690; 21,38600');
		expect(text).toContain('1,23 km²');
		expect(text).toContain('(< 0,01 %)');
		expect(text).toContain('… và 5 mục nữa');
		expect(text.split('\n').filter((line) => line.includes('LỖI'))).toHaveLength(20);
		expect(text).toContain('KHÔNG NẠP');
	});

	it('tells each repaired place with who gained and who lost, each shape and each sum', () => {
		overwriteGetLocale(() => 'vi');
		const repaired: ImportReport = {
			...REPORT,
			outcome: 'would-load',
			problems: [],
			topology: undefined,
			problemCounts: { errors: 0, warnings: 0 },
			repair: {
				limitM2: 100,
				changes: [
					{ kind: 'gap', areaM2: 58.4, to: '03204 B', from: [], position: [103.1, 21] },
					{ kind: 'overlap', areaM2: 35, to: '03203 A', from: ['03204 B'], position: [103, 21] }
				],
				smaller: { count: 2, areaM2: 1.2 },
				mended: [
					{
						row: 3,
						unit: '03205 C',
						reason: 'Hole lies outside shell',
						position: [103, 21.5],
						gainedM2: 0,
						lostM2: 0
					}
				]
			},
			repaired: [{ unit: '03204 B', gainedM2: 58.4, lostM2: 35 }]
		};
		const lines = importReportText(repaired).split('\n');
		expect(lines.slice(3, 10)).toEqual([
			'Đã tự sửa những chỗ không quá 100 m²: 4 chỗ, tổng 95 m²',
			'  Khe hở 58 m² tại 103,10000; 21,00000: 03204 B được',
			'  Chồng lấn 35 m² tại 103,00000; 21,00000: 03203 A được, 03204 B mất',
			'  và 2 chỗ không quá 1 m², tổng 1 m²',
			'Hình không hợp lệ đã sửa: 03205 C (lỗ nằm ngoài hình (Hole lies outside shell)), tại 103,00000; 21,50000: diện tích không đổi',
			'Diện tích thay đổi của 1 đơn vị:',
			'  03204 B: được 58 m², mất 35 m²'
		]);
		const whole = importReportText({ ...repaired, problems: REPORT.problems }, true);
		expect(whole).not.toMatch(/--\w|\/x\//);
		expect(whole.split('\n').filter((line) => line.includes('LỖI'))).toHaveLength(25);
	});

	it('names shapes whose borders were not compared', () => {
		overwriteGetLocale(() => 'en');
		const topology = { accepted: false, faults: [], notCompared: ['03205 C'] };
		expect(importReportText({ ...REPORT, topology })).toContain('not compared: 03205 C');
	});

	it('is written in English with English numbers', () => {
		overwriteGetLocale(() => 'en');
		const text = importReportText({ ...REPORT, outcome: 'loaded', sourceId: 7 });
		expect(text).toContain('Read: 1,234');
		expect(text).toContain('103.01690; 21.38600');
		expect(text).toContain('undo 7');
	});

	it('names the EPSG codes to give for metres', () => {
		overwriteGetLocale(() => 'vi');
		const { what, way } = problemText({
			severity: 'error',
			code: 'looks-projected',
			file: 'x',
			detail: { near: 'EPSG:9216 (VN-2000 / TM-3 107-30)' }
		});
		expect(what).toContain('EPSG:9216');
		expect(way).toContain('EPSG:3405');
	});
});
