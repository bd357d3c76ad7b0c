import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '#lib/server/db/database.ts';
import { collection, temporaryFolder } from '../fixtures/boundary-file.ts';
import { featureOf, squaresOf } from '../fixtures/known-communes.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, load } from './imports.ts';

const LAST_DAY = '2025-06-30';
const BEFORE = squaresOf(['03263', '03365', '03371', '03223', '03280', '03253', '03158'], 'before');
const TODAY = squaresOf(['03127', '03151', '03158', '03253', '03301']);
const HEADING = 'Mã xã,Tên xã,Chỉ tiêu,Kỳ,Số liệu\n';

describe.each(DRIVERS)('communes in tables on $driver', ({ open }) => {
	let database: TestDatabase;
	const folder = temporaryFolder();
	beforeAll(async () => {
		database = await open();
		for (const [squares, period] of [
			[BEFORE, { validFrom: '2020-01-01', validTo: LAST_DAY }],
			[TODAY, { validFrom: '2025-07-01' }]
		] as const) {
			const text = collection(squares.map((square) => featureOf(square)));
			const report = await load(database, boundaries(folder.write('xa.geojson', text), period));
			expect([report.outcome, report.problemCounts.errors]).toEqual(['loaded', 0]);
		}
	});
	afterAll(async () => {
		await database.close();
		folder.remove();
	});

	/** Loads one figure of a commune and takes it back. */
	async function loadRow(code: string, name: string, period: string) {
		const file = folder.write('so-lieu.csv', `${HEADING}${code},${name},C01,${period},3\n`);
		const report = await load(database, { subject: 'indicators', file });
		const units = await rowsOf<{ code: string; name: string }>(
			database.db,
			sql`select u.code, u.name from observation o join unit u on u.id = o.unit_id`
		);
		await database.db.execute(sql`delete from source where subject = 'indicators'`);
		return { report, units: units.map(({ code, name }) => `${code} ${name}`) };
	}

	it.each([
		['', 'Xã Nà Tòng', '5/2025', '03263 Nà Tòng'],
		['', 'Xã Na Tông', '5/2025', '03365 Na Tông'],
		['', 'Toả Tình', '5/2025', '03280 Tỏa Tình'],
		['', 'Xã\u00a0Điện\u00a0Biên\u00a0Phủ', '11/2025', '03127 Điện Biên Phủ'],
		['', 'CAP Mường Lay', '11/2025', '03151 Mường Lay'],
		['', 'Công an xã Búng Lao', '11/2025', '03301 Búng Lao'],
		['', 'X.Búng Lao', '11/2025', '03301 Búng Lao'],
		['03301', 'X. Búng Lao', '11/2025', '03301 Búng Lao'],
		['03127', 'P. Điện Biên Phủ', '11/2025', '03127 Điện Biên Phủ'],
		['03253', 'TT Tuần Giáo', '11/2025', '03253 Tuần Giáo'],
		['03253', 'CATT Tuần Giáo', '5/2025', '03253 Tuần Giáo'],
		['03301', 'UBND xã Búng Lao', '11/2025', '03301 Búng Lao']
	])('%s %s is understood', async (code, name, period, expected) => {
		const { report, units } = await loadRow(code, name, period);
		expect([report.outcome, report.problems, units]).toEqual(['loaded', [], [expected]]);
	});

	it.each([
		['03371', 'Noong U', '03371 Nong U'],
		['03223', 'Sín Chải', '03223 Xín Chải'],
		['03371', 'Non', '03371 Nong U']
	])('%s %s, spelled otherwise, comes in with a warning', async (code, name, expected) => {
		const { report, units } = await loadRow(code, name, '5/2025');
		expect([report.outcome, units]).toEqual(['loaded', [expected]]);
		expect(report.problems.map((each) => [each.severity, each.code])).toEqual([
			['warning', 'name-spelled-otherwise']
		]);
	});

	it.each([
		['03365', 'Nà Tòng', '5/2025', '03263 Nà Tòng'],
		['03158', 'Leng Su Sìn', '11/2025', '03158 Leng Su Sìn']
	])('%s %s is refused, since the name is another’s', async (code, name, period, found) => {
		const { report } = await loadRow(code, name, period);
		expect(report.problems).toEqual([
			expect.objectContaining({
				severity: 'error',
				code: 'unit-name-differs',
				detail: expect.objectContaining({ found })
			})
		]);
	});

	it('asks where only accents could tell two communes apart', async () => {
		const { report } = await loadRow('', 'Na Tong', '5/2025');
		expect(report.problems).toEqual([
			expect.objectContaining({ severity: 'error', code: 'name-ambiguous' })
		]);
	});
});
