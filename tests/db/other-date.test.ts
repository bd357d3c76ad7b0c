import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { collection, grid, temporaryFolder, type TestFeature } from '../fixtures/boundary-file.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, codesOf, load } from './imports.ts';

/**
 * Twenty communes become eight. Each new one bears the code of one of its old ones, five of them its name
 * too, as in 2025.
 */
const OLD = Array.from({ length: 20 }, (_, at) => ({ code: `9${1000 + at}`, name: `Bản ${at}` }));
const NEW = OLD.filter((_, at) => at % 3 === 0 || at === 19).map(({ code, name }, at) => ({
	code,
	name: at < 5 ? name : `Mường ${at}`
}));
const KEPT = NEW.filter(({ code, name }) =>
	OLD.some((old) => old.code === code && old.name === name)
);

const named = (features: TestFeature[], units: readonly { code: string; name: string }[]) =>
	features.map((feature, at) => ({ ...feature, properties: { ...units[at] } }));

describe.each(DRIVERS)('communes of another date on $driver', ({ open }) => {
	let database: TestDatabase;
	const folder = temporaryFolder();
	beforeAll(async () => {
		database = await open();
		const old = collection(named(grid(OLD.length, 1), OLD));
		const young = collection(named(grid(NEW.length, 1), NEW));
		for (const request of [
			boundaries(folder.write('old.geojson', old), { validTo: '2025-06-30' }),
			boundaries(folder.write('new.geojson', young), { validFrom: '2025-07-01' })
		]) {
			const report = await load(database, request, { importedBy: 'basis' });
			expect(report.outcome).toBe('loaded');
		}
	});
	beforeEach(async () => {
		await database.db.execute(sql`delete from source where imported_by <> 'basis'`);
	});
	afterAll(async () => {
		await database.close();
		folder.remove();
	});

	const table = (
		units: readonly { code: string; name?: string; value?: number | '' }[],
		period: string
	) =>
		folder.write(
			'figures.csv',
			[
				'Mã xã,Tên xã,Chỉ tiêu,Kỳ,Số liệu',
				...units.map(({ code, name = '', value = 3 }) => `${code},${name},C01,${period},${value}`)
			].join('\n')
		);
	const check = async (
		units: Parameters<typeof table>[0],
		period: string,
		options: { corrections?: boolean } = {}
	) => load(database, { subject: 'indicators', file: table(units, period), ...options });
	const codes = (units: typeof OLD) => units.map(({ code }) => ({ code }));

	it.each([{}, { corrections: true }])(
		'stop a file of all new codes for a month of the old ones (%o)',
		async (options) => {
			const report = await check(codes(NEW), '05/2025', options);
			expect([report.outcome, codesOf(report)]).toEqual(['refused', ['communes-of-another-date']]);
			expect(report.problems[0]?.detail).toMatchObject({ found: 8, count: 20, date: '2025-05-31' });
		}
	);

	it('stop one of those that kept code and name, and one of nearly all new codes', async () => {
		expect(codesOf(await check(KEPT, '05/2025'))).toEqual(['communes-of-another-date']);
		expect(codesOf(await check(codes(NEW.slice(1)), '05/2025'))).toEqual([
			'communes-of-another-date'
		]);
	});

	it('stop new names and codes as one cause, not as many errors', async () => {
		const report = await check(NEW, '05/2025');
		expect(report.problemCounts).toEqual({ errors: 1, warnings: 0 });
		expect(codesOf(report)).toEqual(['communes-of-another-date']);
	});

	it('stop the old communes in a month of the new ones', async () => {
		expect(codesOf(await check(OLD, '08/2025'))).toEqual(['communes-of-another-date']);
	});

	it('let the communes of the date in, all or some of them', async () => {
		expect((await check(OLD, '05/2025')).outcome).toBe('loaded');
		expect((await check(NEW, '08/2025')).outcome).toBe('loaded');
		expect((await check(OLD.slice(5, 12), '04/2025')).outcome).toBe('loaded');
		expect((await check(codes(NEW.slice(0, 3)), '03/2025')).outcome).toBe('loaded');
	});

	it('let a few of the date in that are listed among all of it', async () => {
		const rows = OLD.map(({ code }) => ({
			code,
			value: NEW.some((unit) => unit.code === code) ? 2 : ('' as const)
		}));
		const report = await check(rows, '02/2025');
		expect([report.outcome, report.written]).toEqual(['loaded', NEW.length]);
	});
});
