import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '#lib/domain/import-report.ts';
import { checkLoadedData } from '#lib/server/data/check-loaded-data.ts';
import { rowOf } from '#lib/server/db/database.ts';
import { loadHistory } from '#lib/server/queries/load-history.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, codesOf, load } from './imports.ts';
import { haveSamples, sample, samplesNote } from './samples.ts';

describe.skipIf(!haveSamples).each(DRIVERS)(`${samplesNote} on $driver`, ({ driver, open }) => {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await open();
	});
	afterAll(() => database.close());
	afterEach(() => database.reset());

	const faults = (report: ImportReport, kind: string) =>
		report.topology?.faults.filter((fault) => fault.kind === kind) ?? [];

	it('loads the three frames and both mergers', async () => {
		const frames = [
			['dien-bien-2017-aligned.geojson', '2017-01-01', '2019-12-31'],
			['dien-bien-2020-aligned.geojson', '2020-01-01', '2025-06-30'],
			['dien-bien-2025-aligned.geojson', '2025-07-01', null]
		] as const;
		for (const [file, validFrom, validTo] of frames) {
			const report = await load(database, boundaries(sample(file), { validFrom, validTo }));
			// One gap of 148 m² is in all three.
			expect([file, report.outcome, codesOf(report)]).toEqual([file, 'loaded', ['gap']]);
			expect(report.problemCounts.errors).toBe(0);
		}
		const mergers = [
			{ file: sample('crosswalk-dien-bien-2020.csv') },
			{
				file: sample('crosswalk-dien-bien.csv'),
				effective: '2025-07-01',
				document: '1661/NQ-UBTVQH15'
			}
		];
		for (const request of mergers) {
			const report = await load(database, { subject: 'succession', ...request });
			expect([report.outcome, report.problems]).toEqual(['loaded', []]);
		}
		const history = await loadHistory(database.db);
		expect(history.frames.map(({ unitIds }) => unitIds.length)).toEqual([130, 129, 45]);
		const checked = await checkLoadedData(database.db);
		expect(checked.orphans.endedWithoutSuccessor).toEqual([]);
		expect(checked.orphans.beganWithoutPredecessor).toEqual([]);
		expect(checked.passed).toBe(true);
	}, 240_000);

	it('refuses the coarse file with its overlaps and gaps, and loads it repaired', async () => {
		const file = sample('dien-bien-2017.geojson');
		const before = await database.counts();
		const refused = await load(database, boundaries(file));
		expect(refused.outcome).toBe('refused');
		expect(codesOf(refused).sort()).toEqual(['gap', 'overlap']);
		expect(faults(refused, 'overlap').length).toBeGreaterThan(100);
		expect(faults(refused, 'gap').length).toBeGreaterThan(100);
		expect(await database.counts()).toEqual(before);

		const repaired = await load(database, boundaries(file, { repair: true }));
		expect([repaired.outcome, repaired.problems]).toEqual(['loaded', []]);
		expect(repaired.topology?.faults).toEqual([]);
		expect(repaired.repaired?.length).toBeGreaterThan(100);
		const { units } = await rowOf<{ units: number }>(
			database.db,
			sql`select count(*)::int as units from unit where ST_IsValid(geom)`
		);
		expect(units).toBe(130);
	}, 120_000);

	it('takes the state publisher’s own attributes where the fields are named', async () => {
		const file = sample('dien-bien-2025.sapnhap-bando.geojson');
		const unnamed = await load(database, boundaries(file));
		expect(codesOf(unnamed)).toEqual(['field-missing']);
		const fields = { code: 'a02_xa', name: 'a03_ten' };
		const named = await load(database, boundaries(file, fields));
		expect([named.read, codesOf(named)]).toEqual([45, ['geometry-invalid']]);
		const repaired = await load(database, boundaries(file, { ...fields, repair: true }));
		expect([repaired.outcome, repaired.written]).toEqual(['loaded', 45]);
	});

	// For the server only: in the memory of the embedded database the whole country takes minutes.
	if (driver === 'postgres') {
		it('refuses the whole country with its overlaps, and loads it when they are accepted', async () => {
			const file = sample('vietnam-wards-2025.geojson');
			const request = { validFrom: '2025-07-01' };
			const refused = await load(database, boundaries(file, request));
			expect([refused.outcome, refused.read]).toEqual(['refused', 3321]);
			expect(codesOf(refused)).toContain('overlap');
			const accepted = await load(database, boundaries(file, { ...request, acceptTopology: true }));
			expect([accepted.outcome, accepted.written]).toEqual(['loaded', 3321]);
			expect(accepted.topology?.faults).toEqual(refused.topology?.faults);
			expect((await database.counts())['unit']).toBe(3321);
		}, 600_000);
	}
});
