import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import {
	describeOwnTemplate,
	dropOwnTemplate,
	findOwnTemplate,
	keepOwnTemplate
} from '#lib/server/data/report-template.ts';
import { getProvince, type Province } from '#lib/server/province.ts';
import { getReportData } from '#lib/server/queries/report-data.ts';
import { firstApprovalMonth } from '#lib/domain/report/programme.ts';
import { findFigure, firstPhase, type ReportData } from '#lib/domain/report/report.ts';
import { toMonth, type Month } from '#lib/domain/period.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';

const track = 'TTATXH';
const last = toMonth(2026, 11);

describe.each(DRIVERS)('what a report is written from, on $driver', ({ open }) => {
	let database: TestDatabase;
	let province: Province;
	beforeAll(async () => {
		database = await open();
		await loadDemonstration(database);
		province = await getProvince(database.db);
	});
	afterAll(() => database.close());
	const reportOf = async (from: Month, to: Month): Promise<ReportData> =>
		(await getReportData(database.db, province, { track, period: { from, to }, last })) ??
		expect.fail();

	it('phase 1 equals every total that the province published', async () => {
		const phase = firstPhase(firstApprovalMonth(province.history, track)!);
		expect(phase).toEqual({ from: toMonth(2017, 7), to: toMonth(2020, 6) });
		const data = await reportOf(phase.from, phase.to);
		expect({ approved: data.approved, met: data.met }).toEqual({ approved: 44, met: 42 });
		const totals = Object.fromEntries(
			[
				'C03',
				'C05',
				'P01',
				'P02',
				'O01',
				'O02',
				'O03',
				'O04',
				'M01',
				'A01',
				'A02',
				'R01',
				'R02'
			].map((code) => [code, findFigure(data, code, 'programme')?.total])
		);
		expect(totals).toEqual({
			C03: 342,
			C05: 434,
			P01: 2238,
			P02: 120_496,
			O01: 786,
			O02: 44,
			O03: 44,
			O04: 1550,
			M01: 4,
			A01: 11,
			A02: 20,
			R01: 38,
			R02: 72
		});
		expect(findFigure(data, 'O02', 'districts')?.total).toBe(9);
		expect(findFigure(data, 'O03', 'districts')?.total).toBe(4);
		expect(data.list).toHaveLength(44);
		expect(data.list.filter(({ met }) => met !== undefined)).toHaveLength(42);
		// Data begins in 2017, so there are no three years before to compare with.
		expect(data.base).toBeUndefined();
	});

	it('a year is compared with the year before, over those who reported in both', async () => {
		const data = await reportOf(toMonth(2019, 1), toMonth(2019, 12));
		expect(data.base).toEqual({ from: toMonth(2018, 1), to: toMonth(2018, 12) });
		// As the headline figures of December 2019 say.
		expect(data.compared).toEqual({ now: 318, base: 391, units: 128, ofUnits: 130 });
		expect(data.communes).toBe(130);
	});

	it.each([
		['a year before a commune was renamed', toMonth(2019, 1), toMonth(2019, 12), 44],
		['some months of it', toMonth(2019, 2), toMonth(2019, 8), 44],
		['a year after the reform', toMonth(2026, 1), toMonth(2026, 10), 29]
	])('has a line for each commune in %s', async (_, from, to, lines) => {
		const data = await reportOf(from, to);
		expect(data.list).toHaveLength(lines);
		expect(data.list.some(({ count }) => count !== undefined)).toBe(true);
		// A commune that was approved again has not met it before.
		for (const { approved, met } of data.list) {
			if (approved !== undefined && met !== undefined) expect(met >= approved).toBe(true);
		}
	});

	it('goes on with the merged communes after the reform, and knows what they owe', async () => {
		const data = await reportOf(toMonth(2026, 1), toMonth(2026, 10));
		expect(data.merged).toBe(29);
		expect(data.districts).toBe(false);
		// Half of the months before were reported by the former communes alone.
		expect(data.figures.some(({ comparable }) => comparable)).toBe(false);
		expect(data.list.every(({ district }) => district !== '')).toBe(true);
		const sessions = findFigure(data, 'P01', 'programme')!;
		expect(sessions.total).toBeGreaterThan(0);
		const half = await reportOf(toMonth(2025, 1), toMonth(2025, 6));
		const year = await reportOf(toMonth(2025, 1), toMonth(2025, 12));
		const totalOf = (report: ReportData) => findFigure(report, 'P01', 'programme')!.total!;
		expect(totalOf(year)).toBeGreaterThan(totalOf(half));
		expect(half.districts).toBe(true);
		// Every mixed commune says of how many former ones how many met.
		for (const { status, reached } of data.list) {
			if (status === 'mixed') expect(reached!.total).toBeGreaterThan(1);
		}
	});

	it('compares every indicator with the same months before', async () => {
		const data = await reportOf(toMonth(2024, 1), toMonth(2024, 12));
		const before = await reportOf(toMonth(2023, 1), toMonth(2023, 12));
		for (const { indicator, scope, base } of data.figures) {
			if (scope === 'programme' && base !== undefined) {
				expect(base).toBeCloseTo(findFigure(before, indicator, scope)!.total!, 6);
			}
		}
		expect(data.figures.some(({ comparable }) => comparable)).toBe(true);
		expect(data.tracks.map(({ code }) => code)).toContain(track);
	});

	it('says how many monthly reports are missing', async () => {
		const data = await reportOf(toMonth(2021, 1), toMonth(2021, 12));
		const crimes = findFigure(data, 'C01', 'programme')!;
		const silent = data.list.filter((commune) => commune.count === undefined).length;
		expect(silent > 0).toBe(crimes.missing > 0);
		expect(crimes.total).toBeGreaterThanOrEqual(
			data.list.reduce((sum, commune) => sum + (commune.count ?? 0), 0)
		);
	});

	it('has nothing before boundaries are known', async () => {
		const period = { from: toMonth(2015, 1), to: toMonth(2015, 12) };
		expect(await getReportData(database.db, province, { track, period, last })).toBeUndefined();
	});
});

describe.each(DRIVERS)('the province’s own template, on $driver', ({ open }) => {
	let database: TestDatabase;
	beforeAll(async () => (database = await open()));
	afterAll(() => database.close());

	it('takes the place of the one before, byte for byte, until it is dropped', async () => {
		const { db } = database;
		expect(await findOwnTemplate(db)).toBeUndefined();
		const bytes = Uint8Array.from({ length: 1000 }, (_, at) => at % 256);
		await keepOwnTemplate(db, { fileName: 'mẫu 1.docx', body: bytes });
		await keepOwnTemplate(db, { fileName: 'mẫu 2.docx', body: bytes.toReversed() });
		const own = await findOwnTemplate(db);
		expect(own?.fileName).toBe('mẫu 2.docx');
		expect(await describeOwnTemplate(db)).toEqual({
			fileName: 'mẫu 2.docx',
			updatedAt: own?.updatedAt
		});
		expect([...own!.body]).toEqual([...bytes.toReversed()]);
		await dropOwnTemplate(db);
		expect(await findOwnTemplate(db)).toBeUndefined();
	});
});
