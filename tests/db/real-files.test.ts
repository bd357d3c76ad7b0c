import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '#lib/domain/import-report.ts';
import { checkLoadedData } from '#lib/server/data/check-loaded-data.ts';
import { rowOf, rowsOf } from '#lib/server/db/database.ts';
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
			// One gap of 148 m² is in all three; today's stated areas are not all those of the shapes.
			const codes = codesOf(report).filter((code) => code !== 'area-differs');
			expect([file, report.outcome, codes]).toEqual([file, 'loaded', ['gap']]);
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

		const anySize = { repair: true, repairUpToM2: 1e9 };
		const repaired = await load(database, boundaries(file, anySize));
		expect([repaired.outcome, repaired.problems]).toEqual(['loaded', []]);
		expect(repaired.topology?.faults).toEqual([]);
		expect(repaired.repaired?.length).toBeGreaterThan(100);
		const { units } = await rowOf<{ units: number }>(
			database.db,
			sql`select count(*)::int as units from unit where ST_IsValid(geom)`
		);
		expect(units).toBe(130);
	}, 120_000);

	it('takes the state publisher’s own file, whose communes have names but no codes', async () => {
		const file = sample('dien-bien-2025.sapnhap-bando.geojson');
		const then = await load(database, boundaries(file));
		// Some of these names are of communes that did not exist in 2017.
		expect(codesOf(then)).toContain('name-unmatched');
		const now = { validFrom: '2025-07-01' };
		const report = await load(database, boundaries(file, now));
		const errors = report.problems.filter(({ severity }) => severity === 'error');
		expect([...new Set(errors.map(({ code }) => code))]).toEqual(['geometry-invalid']);
		const repaired = await load(database, boundaries(file, { ...now, repair: true }));
		expect([repaired.outcome, repaired.written]).toEqual(['loaded', 45]);
		const facts: Record<string, string>[] = parse(readFileSync('data/facts/communes.csv'), {
			columns: true
		});
		const units = await rowsOf<{ code: string; name: string }>(
			database.db,
			sql`select code, name from unit where valid_from = '2025-07-01' order by code`
		);
		expect(units).toEqual(
			facts
				.filter((fact) => fact.valid_from === '2025-07-01')
				.map(({ code, name }) => ({ code, name }))
				.sort((one, other) => (one.code! < other.code! ? -1 : 1))
		);
	});

	if (driver === 'postgres') {
		it('finds the overlaps and gaps that plain overlays find', async () => {
			await database.reset();
			const file = sample('dien-bien-2017.geojson');
			const report = await load(database, boundaries(file, { acceptTopology: true }));
			expect(report.outcome).toBe('loaded');
			const plain = await rowsOf<{ kind: string; areaM2: number }>(
				database.db,
				sql`
				with piece as (
					select 'overlap' as kind,
						ST_Area(ST_CollectionExtract(ST_Intersection(a.geom, b.geom), 3)::geography) as area_m2
					from unit a join unit b on a.id < b.id and ST_Intersects(a.geom, b.geom)
					union all
					select 'gap', ST_Area(ST_MakePolygon(ST_ExteriorRing(ring.geom))::geography)
					from (select (ST_Dump(ST_Union(geom))).geom from unit) land, ST_DumpRings(land.geom) ring
					where ring.path[1] > 0
				)
				select kind, sum(area_m2) as "areaM2" from piece
				where area_m2 > 1 group by 1`
			);
			for (const { kind, areaM2 } of plain) {
				// Plain overlays count land that three claim once for each two of them.
				const pairs = (units: readonly string[]) =>
					kind === 'gap' ? 1 : (units.length * (units.length - 1)) / 2;
				const sum = faults(report, kind).reduce(
					(total, fault) => total + pairs(fault.units) * fault.areaM2,
					0
				);
				expect(sum / areaM2, kind).toBeCloseTo(1, 3);
			}
		}, 240_000);
	}

	it('refuses the whole country with its overlaps, and loads it when they are accepted', async () => {
		const file = sample('vietnam-wards-2025.geojson');
		const request = { validFrom: '2025-07-01' };
		const refused = await load(database, boundaries(file, request));
		expect([refused.outcome, refused.read]).toEqual(['refused', 3321]);
		expect(new Set(refused.topology?.faults.map(({ kind }) => kind))).toEqual(
			new Set(['overlap', 'gap', 'unmatched'])
		);
		const accepted = await load(database, boundaries(file, { ...request, acceptTopology: true }));
		expect([accepted.outcome, accepted.written]).toEqual(['loaded', 3321]);
		expect(accepted.topology?.faults).toEqual(refused.topology?.faults);
		expect((await database.counts())['unit']).toBe(3321);
	}, 600_000);
});
