import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeAt } from '#lib/domain/class-matrix.ts';
import { toMonth, type Month } from '#lib/domain/period.ts';
import { countsOn } from '#lib/domain/track-history.ts';
import { findFrame, type Frame } from '#lib/domain/unit.ts';
import { exportIndicators } from '#lib/server/export/export-indicators.ts';
import { provinceSettings, track as trackTable } from '#lib/server/db/schema.ts';
import { getProvince, type Province } from '#lib/server/province.ts';
import { findCommuneEvidence } from '#lib/server/queries/commune-evidence.ts';
import { getOverview } from '#lib/server/queries/overview.ts';
import { getPlanData } from '#lib/server/queries/plan-data.ts';
import { getReadiness } from '#lib/server/queries/readiness.ts';
import { getReportData } from '#lib/server/queries/report-data.ts';
import { findUnitDetails } from '#lib/server/queries/unit-details.ts';
import { listFrameUnits } from '#lib/server/queries/frame-units.ts';
import { monthName } from '#lib/view/month-name.ts';
import { collection, commune, squareRing, temporaryFolder } from '../fixtures/boundary-file.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, codesOf, load } from './imports.ts';

const TRACK = 'TTATXH';
const LAST = toMonth(2026, 9);
const MERGED = toMonth(2025, 7);
const HEAD = `unit_code,unit_name,indicator,scheme,year,${Array.from({ length: 12 }, (_, at) => `m${at + 1}`).join(',')},y`;
const square = (code: string, name: string, at: number, width = 0.1) =>
	commune(
		code,
		width === 0.1
			? squareRing(103 + at / 10, 21)
			: [
					[103 + at / 10, 21],
					[103 + at / 10 + width, 21],
					[103 + at / 10 + width, 21.1],
					[103 + at / 10, 21.1],
					[103 + at / 10, 21]
				],
		`Xã ${name}`
	);
/** Đông and Tây become Đông, which keeps code and name; Nam and Bắc go on. */
const OLD = [square('20001', 'Đông', 0), square('20002', 'Tây', 1)];
const STAY = [square('20003', 'Nam', 2), square('20004', 'Bắc', 3)];
const NEW = [square('20001', 'Đông', 0, 0.2), ...STAY];
const NAMES: Record<string, string> = {
	'20001': 'Đông',
	'20002': 'Tây',
	'20003': 'Nam',
	'20004': 'Bắc'
};

/** A count that differs by commune and month, and that nobody takes for a jump. */
const countOf = (code: string, month: Month) => 20 + ((Number(code) * 7 + month * 3) % 5);
/** By whom a month's figures are: to the month that the merger cuts by the old communes. */
const codesIn = (month: Month) =>
	month <= MERGED ? Object.keys(NAMES) : ['20001', '20003', '20004'];
const totalOf = (from: Month, to: Month, codes?: readonly string[]) => {
	let total = 0;
	for (let month = from; month <= to; month++) {
		for (const code of codes ?? codesIn(month)) {
			if (codesIn(month).includes(code)) total += countOf(code, month);
		}
	}
	return total;
};

function figures(indicator: string, scheme: string, factor = 1, codes = Object.keys(NAMES)) {
	const lines = [HEAD];
	for (const code of codes) {
		for (let year = 2023; year <= 2026; year++) {
			const cells = Array.from({ length: 12 }, (_, at) => {
				const month = toMonth(year, at + 1);
				return month > LAST || !codesIn(month).includes(code) ? '' : countOf(code, month) * factor;
			});
			if (cells.every((cell) => cell === '')) continue;
			lines.push([code, NAMES[code], indicator, scheme, year, ...cells, ''].join(','));
		}
	}
	return `${lines.join('\n')}\n`;
}
const PEOPLE = [
	HEAD,
	...[2022, 2023, 2024, 2025, 2026].flatMap((year) =>
		codesIn(toMonth(year, 12)).map(
			(code) => `${code},${NAMES[code]},N01,calendar,${year},${','.repeat(12)}5000`
		)
	)
].join('\n');

describe.each(DRIVERS)('a province in the 15–14 calendar on $driver', ({ open }) => {
	const folder = temporaryFolder();
	let database: TestDatabase;
	let province: Province;
	beforeAll(async () => {
		database = await open();
	});
	afterAll(async () => {
		await database.close();
		folder.remove();
	});
	const add = (name: string, content: string) =>
		load(database, {
			subject: 'indicators',
			file: folder.write(name, content),
			confirmJumps: true
		});
	const refresh = async () => (province = await getProvince(database.db));

	beforeEach(async () => {
		await database.reset();
		const year = { validFrom: '2021-01-01', validTo: '2025-06-30' };
		for (const request of [
			boundaries(folder.write('old.geojson', collection([...OLD, ...STAY])), year),
			boundaries(folder.write('new.geojson', collection(NEW)), { validFrom: '2025-07-01' }),
			{
				subject: 'succession' as const,
				file: folder.write(
					'mergers.csv',
					'old_code,old_name,new_code,new_name,population_weight,area_weight,effective\n20001,Đông,20001,Đông,1,1,2025-07-01\n20002,Tây,20001,Đông,1,1,2025-07-01\n'
				)
			}
		]) {
			expect((await load(database, request)).outcome).toBe('loaded');
		}
		await database.db.insert(provinceSettings).values({
			id: 1,
			code: null,
			name: 'Thử',
			kind: 'Tỉnh',
			crs: null,
			calendar: 'reporting'
		});
		expect((await add('people.csv', PEOPLE)).problems).toEqual([]);
	});

	const frameOf = (month: Month): Frame => findFrame(province.history.frames, month, 'reporting')!;
	const merged = () =>
		[...province.history.units.values()].find(
			({ code, validTo }) => code === '20001' && validTo === null
		)!;

	it('sums the old communes of the month that a merger cuts, and says so', async () => {
		const report = await add('c01.csv', figures('C01', 'reporting'));
		expect([report.outcome, codesOf(report), report.calendars]).toEqual([
			'loaded',
			['figures-summed'],
			['reporting']
		]);
		expect(report.problems).toHaveLength(1);
		expect(report.problems[0]?.detail?.found).toBe('20001 Xã Đông, 20002 Xã Tây');
		await refresh();
		const details = await findUnitDetails(
			...([database.db, province, merged().id, TRACK, 'same-period'] as const),
			{ last: LAST, all: false }
		);
		const series = details?.series.find(({ indicator }) => indicator.code === 'C01');
		expect(series?.calendar).toBe('reporting');
		expect(series?.points.find(({ month }) => month === MERGED)).toEqual({
			month: MERGED,
			origin: 'summed',
			value: countOf('20001', MERGED) + countOf('20002', MERGED)
		});
		expect(series?.points.filter(({ origin }) => origin !== undefined)).toHaveLength(1);
	});

	it('shows the same numbers in every view, whatever is recorded by calendar months', async () => {
		await add('c01.csv', figures('C01', 'reporting'));
		const other = await add('calendar.csv', figures('C01', 'calendar', 100, ['20003', '20004']));
		expect([other.outcome, codesOf(other), other.calendars]).toEqual([
			'loaded',
			['other-calendar'],
			['calendar']
		]);
		const approved = `unit_code,unit_name,track,round,status,effective_date\n20003,Nam,${TRACK},1,approved,2022-05-20\n`;
		await load(database, { subject: 'status', file: folder.write('approved.csv', approved) });
		await refresh();
		const history = province.historyOf(TRACK);
		expect(history.calendar).toBe('reporting');
		expect(history.dataMonths).toEqual({ from: toMonth(2023, 1), to: LAST });
		// Nothing is lost or counted twice over the merger.
		const today = frameOf(LAST).unitIds.map((id) => countsOn(history, id, LAST));
		for (let month = toMonth(2023, 1); month <= LAST; month++) {
			const sum = today.reduce((total, series) => total + series.get(month)!, 0);
			expect(sum, String(month)).toBe(totalOf(month, month));
		}
		// The month that the merger cuts is the new communes'.
		expect(frameOf(MERGED).from).toBe('2025-07-01');
		expect(frameOf(MERGED - 1).from).toBe('2021-01-01');
		const overview = await getOverview(database.db, province, TRACK, LAST, false);
		expect(overview.frames.map(({ months }) => months)).toEqual([
			{ from: toMonth(2021, 1), to: MERGED - 1 },
			{ from: MERGED, to: LAST }
		]);
		expect([overview.calendar, overview.lastReported]).toEqual(['reporting', LAST]);

		for (const month of [toMonth(2025, 7), toMonth(2026, 8)]) {
			const window = { from: month - 11, to: month };
			const now = totalOf(window.from, window.to);
			const before = totalOf(window.from - 12, window.to - 12);
			const { headlines } = overview;
			const at = month - headlines.fromMonth;
			expect(headlines.recorded[at]).toBe(totalOf(month, month));
			expect(headlines.comparison[at]).toEqual({ now, base: before, units: 3, ofUnits: 3 });

			const scope = { frame: frameOf(month), last: LAST, all: false };
			const asked = {
				...scope,
				track: TRACK,
				base: 'same-period' as const,
				question: 'own' as const
			};
			const byUnit = (await province.evidence.ask('monthFigures', asked, month)).map((each) =>
				typeof each.now === 'string' ? NaN : each.now.count
			);
			expect(byUnit.reduce((sum, count) => sum + count, 0)).toBe(now);
			const trends = await province.evidence.ask('monthFigures', asked, month);
			expect(
				trends.map(({ trend }) => ('trend' in trend ? trend.trend.now.count : undefined))
			).toEqual(byUnit);
			const matrix = await province.evidence.ask('trendMatrix', asked);
			expect(matrix.fromMonth).toBe(MERGED);
			expect(codeAt(matrix, 0, month)).toBeDefined();
			expect(listFrameUnits(province, scope, TRACK)).toHaveLength(3);

			const plan = await getPlanData(database.db, province, { track: TRACK, month, last: LAST });
			expect(plan?.units.map(({ cases }) => cases.count)).toEqual(byUnit);

			const report = await getReportData(database.db, province, {
				track: TRACK,
				period: window,
				last: LAST
			});
			expect(report).toMatchObject({ leading: 'C01', calendar: 'reporting' });
			expect(report?.recorded).toEqual({ count: now, units: 3, ofUnits: 3 });
			// The programme's commune, summed up from what is recorded rather than from the history.
			expect(report?.figures.find(({ indicator }) => indicator === 'C01')).toMatchObject({
				scope: 'programme',
				missing: 0,
				total: totalOf(window.from, window.to, ['20003'])
			});
			expect(report?.compared).toEqual({ now, base: before, units: 3, ofUnits: 3 });

			const evidence = await findCommuneEvidence(database.db, province, '20001', {
				track: TRACK,
				last: LAST,
				asked: month
			});
			expect(evidence?.month).toBe(month);
			const trend = evidence?.trends.find(({ base }) => base === 'same-period')?.results.own;
			const row = frameOf(month).unitIds.indexOf(merged().id);
			expect(trend && 'trend' in trend && trend.trend.now.count).toBe(byUnit[row]);
		}
		const c01 = province.indicators.find(({ code }) => code === 'C01')!;
		const range = { from: MERGED - 1, to: MERGED };
		const { units } = await getReadiness(
			...([database.db, province, c01, range, 'reporting', '2025-07-20'] as const)
		);
		expect(
			units.map(({ unit, states }) => [unit.code, unit.validTo === null, ...states]).sort()
		).toEqual([
			['20001', false, 'reported', 'not-expected'],
			['20001', true, 'not-expected', 'reported'],
			['20002', false, 'reported', 'not-expected'],
			['20003', false, 'reported', 'not-expected'],
			['20003', true, 'not-expected', 'reported'],
			['20004', false, 'reported', 'not-expected'],
			['20004', true, 'not-expected', 'reported']
		]);

		// What is recorded by calendar months is there, under its name.
		const nam = [...province.history.units.values()].find(
			({ code, validTo }) => code === '20003' && validTo === null
		)!;
		const details = await findUnitDetails(
			...([database.db, province, nam.id, TRACK, 'same-period'] as const),
			{ last: LAST, all: false }
		);
		const c01s = details!.series.filter(({ indicator }) => indicator.code === 'C01');
		expect(c01s.map(({ calendar }) => calendar)).toEqual(['reporting', 'calendar']);
		expect(c01s[1]?.points.find(({ month }) => month === LAST)?.value).toBe(
			100 * countOf('20003', LAST)
		);
		const exported = await exportIndicators(database.db);
		expect(new Set(exported.rows.map((row) => `${row[2]} ${row[3]}`))).toEqual(
			new Set(['C01 reporting', 'C01 calendar', 'N01 calendar'])
		);
	});

	it('reads a file that does not name its calendar in the province’s, unless it says months', async () => {
		const plain = 'unit_code,unit_name,indicator,year,m5\n20003,Nam,C01,2024,3\n';
		expect((await add('plain.csv', plain)).calendars).toEqual(['reporting']);
		const said = `Lịch: tháng dương lịch\n${plain}`;
		const report = await add('said.csv', said);
		expect([report.calendars, codesOf(report)]).toEqual([['calendar'], ['other-calendar']]);
	});

	it('judges each track by its own indicator, and one without any by none', async () => {
		await add('c01.csv', figures('C01', 'reporting'));
		await add('d03.csv', figures('D03', 'reporting', 2, ['20003', '20004']));
		await refresh();
		const drugs = province.headlines('MATUY', LAST);
		const at = LAST - drugs.fromMonth;
		expect(drugs.recorded[at]).toBe(2 * totalOf(LAST, LAST, ['20003', '20004']));
		expect(province.headlines(TRACK, LAST).recorded[at]).toBe(totalOf(LAST, LAST));
		await database.db
			.update(trackTable)
			.set({ leadingIndicator: null })
			.where(eq(trackTable.code, 'ANTT'));
		await database.db.execute(sql`update data_state set data_version = data_version + 1`);
		await refresh();
		expect(province.leadingIndicator('ANTT')).toBeUndefined();
		const none = province.headlines('ANTT', LAST);
		expect([...new Set(none.recorded), ...new Set(none.comparison)]).toEqual([null, null]);
		const ask = { track: 'ANTT', month: LAST, last: LAST };
		const plan = await getPlanData(database.db, province, ask);
		expect(plan?.units.map(({ values }) => values.rate)).toEqual([undefined, undefined, undefined]);
		const evidence = await findCommuneEvidence(database.db, province, '20003', {
			track: 'ANTT',
			last: LAST,
			asked: LAST
		});
		expect(evidence?.trends[0]?.results.own).toEqual({ missing: 'not-reported' });
		expect(evidence?.gaps).toEqual([]);
		const period = { from: LAST - 11, to: LAST };
		const report = await getReportData(database.db, province, { ...ask, period });
		expect([report?.leading, report?.recorded]).toEqual([undefined, undefined]);
		await database.db
			.update(trackTable)
			.set({ leadingIndicator: 'C01' })
			.where(eq(trackTable.code, 'ANTT'));
	});

	it('begins its timeline with the phase of the programme that its first figure lies in', async () => {
		await refresh();
		// Nothing happened yet: the first boundaries.
		expect(province.history.firstMonth).toBe(toMonth(2021, 1));
		await add('c01.csv', figures('C01', 'reporting'));
		await refresh();
		// 22/03/2021 lies in the month from 15/3 to 14/4.
		expect(province.history.firstMonth).toBe(toMonth(2021, 4));
		expect(province.headlines(TRACK, LAST).fromMonth).toBe(toMonth(2021, 4));
	});

	it('lets a merged commune that kept code and name begin its own record', async () => {
		const head = 'unit_code,unit_name,track,round,status,effective_date\n';
		const record = (moves: readonly (readonly [string, string])[], round = 1) =>
			moves.map(([status, date]) => `20001,Đông,${TRACK},${round},${status},${date}\n`).join('');
		const first = record([
			...([
				['approved', '2021-05-01'],
				['active', '2021-06-01']
			] as const)
		]);
		const next = record([
			...([
				['survey', '2025-09-01'],
				['proposed', '2025-10-01'],
				['approved', '2025-12-01']
			] as const)
		]);
		const report = await load(database, {
			subject: 'status',
			file: folder.write('status.csv', head + first + next)
		});
		expect([report.outcome, report.problems]).toEqual(['loaded', []]);
		// Within one commune the moves are checked as ever.
		const wrong = await load(database, {
			subject: 'status',
			file: folder.write('wrong.csv', head + record([['survey', '2026-02-01']]))
		});
		expect(codesOf(wrong)).toEqual(['move-not-allowed']);
	});

	it('takes the cut month of new communes where no former ones are known, else asks for the mergers', async () => {
		await database.db.execute(
			sql`delete from source where subject = 'succession' or file_name = 'new.geojson'`
		);
		const renamed = collection([square('20009', 'Mới', 0, 0.2), ...STAY]);
		const file = folder.write('renamed.geojson', renamed);
		await load(database, boundaries(file, { validFrom: '2025-07-01' }));
		const row = 'unit_code,unit_name,indicator,scheme,year,m7\n20009,,C01,reporting,2025,8\n';
		const asked = await add('asked.csv', row);
		expect(asked.problems.map(({ code }) => code)).toEqual(['period-straddles']);
		await database.db.execute(sql`delete from source where subject = 'indicators'`);
		await database.db.execute(sql`delete from source where file_name = 'old.geojson'`);
		const taken = await add('taken.csv', row);
		expect([taken.outcome, taken.problems]).toEqual(['loaded', []]);
	});

	it('estimates by shares where a commune was divided', async () => {
		await database.db.execute(sql`delete from source where subject = 'succession'`);
		const mergers =
			'old_code,old_name,new_code,new_name,kind,population_weight,area_weight,effective\n20001,Đông,20001,Đông,whole,1,1,2025-07-01\n20002,Tây,20001,Đông,part,0.25,0.5,2025-07-01\n20002,Tây,20003,Nam,part,0.75,0.5,2025-07-01\n20003,Nam,20003,Nam,whole,1,1,2025-07-01\n';
		const file = folder.write('parts.csv', mergers);
		expect((await load(database, { subject: 'succession', file })).problems).toEqual([]);
		const rows = (list: readonly string[]) =>
			`unit_code,unit_name,indicator,scheme,year,m7\n${list.map((row) => `${row}\n`).join('')}`;
		const report = await add(
			'parts-c01.csv',
			rows([
				'20001,Đông,C01,reporting,2025,8',
				'20002,Tây,C01,reporting,2025,4',
				'20003,Nam,C01,reporting,2025,2'
			])
		);
		expect([report.outcome, codesOf(report)]).toEqual(['loaded', ['figures-estimated']]);
		await refresh();
		const counts = province.historyOf(TRACK).leadingCounts;
		const ofCode = (code: string) =>
			[...province.history.units.values()]
				.filter((unit) => unit.code === code && unit.validTo === null)
				.map(({ id }) => counts.get(id)?.get(MERGED));
		expect([ofCode('20001'), ofCode('20003')]).toEqual([[9], [5]]);
		const incomplete = await add(
			'incomplete.csv',
			rows(['20002,Tây,C02,reporting,2025,4', '20001,Đông,C02,reporting,2025,1'])
		);
		const errors = incomplete.problems.filter(({ severity }) => severity === 'error');
		expect(errors.map(({ code, unit, detail }) => [code, unit, detail?.found])).toEqual([
			['sum-incomplete', '20003 Xã Nam', '20003 Xã Nam']
		]);
	});
});

it('a month is named with its days under the reporting calendar', () => {
	expect(monthName(toMonth(2026, 10), 'calendar')).toBe('10/2026');
	expect(monthName(toMonth(2026, 10), 'reporting')).toBe('10/2026 (15/9–14/10)');
	expect(monthName(toMonth(2026, 1), 'reporting')).toBe('01/2026 (15/12–14/1)');
});
