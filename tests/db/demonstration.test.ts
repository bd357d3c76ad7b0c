import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { History } from '#lib/domain/history.ts';
import { countsOn, historyOfTrack } from '#lib/domain/track-history.ts';
import { checkLoadedData } from '#lib/server/data/check-loaded-data.ts';
import { loadDemonstration, loadDemonstrationIfEmpty } from '#lib/server/data/dataset.ts';
import { undoSource } from '#lib/server/data/undo-source.ts';
import { rowOf, rowsOf } from '#lib/server/db/database.ts';
import { toCsv } from '#lib/server/export/csv.ts';
import { exportBoundaries } from '#lib/server/export/export-boundaries.ts';
import { exportIndicators } from '#lib/server/export/export-indicators.ts';
import {
	exportModels,
	exportSites,
	exportStatus,
	exportSuccession
} from '#lib/server/export/export-tables.ts';
import { writeWhole } from '#lib/server/export/write-whole.ts';
import { removeDemonstration } from '#lib/server/import/demonstration.ts';
import { loadHistory } from '#lib/server/queries/load-history.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, codesOf, load } from './imports.ts';

const DEMO = resolve('data/demo');

describe.each(DRIVERS)('demonstration data on $driver', ({ open }) => {
	let database: TestDatabase;
	let history: History;
	let loaded: Record<string, number>;
	beforeAll(async () => {
		database = await open();
		expect(await loadDemonstrationIfEmpty(database)).toBe(true);
		history = await loadHistory(database.db);
		loaded = await database.counts();
	});
	afterAll(() => database.close());

	it('has 130, 129 and 45 communes', () => {
		expect(history.frames.map(({ from, unitIds }) => [from, unitIds.length])).toEqual([
			['2017-01-01', 130],
			['2020-01-01', 129],
			['2025-07-01', 45]
		]);
	});

	it('is not loaded again, and not mixed with other data', async () => {
		expect(await loadDemonstrationIfEmpty(database)).toBe(false);
		const again = boundaries(join(DEMO, 'boundaries-2025.geojson'), { validFrom: '2025-07-01' });
		const twice = await load(database, again, { demonstration: true });
		expect([twice.outcome, codesOf(twice)]).toEqual(['refused', ['already-loaded']]);
		const mixed = await load(database, again);
		expect([mixed.outcome, codesOf(mixed)]).toEqual(['refused', ['demonstration-present']]);
		expect(await database.counts()).toEqual(loaded);
	});

	it('adds up to the published totals of phase 1', async () => {
		const rows = await rowsOf<{ code: string; total: number }>(
			database.db,
			sql`select indicator_code as code, sum(value)::int as total
				from observation o join unit u on u.id = o.unit_id
				where u.level = 'commune'
					and u.code in (select u.code from status_event e join unit u on u.id = e.unit_id
						where e.status = 'approved' and e.effective_date <= '2020-06-30')
					and case when period_end - period_start > 300 then period_end <= '2020-12-31'
						else period_start >= '2017-07-01' and period_end <= '2020-06-30' end
				group by 1`
		);
		const totals = Object.fromEntries(rows.map(({ code, total }) => [code, total]));
		expect(totals).toMatchObject({
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
		const { approved, met } = await rowOf<{ approved: number; met: number }>(
			database.db,
			sql`select count(distinct unit_id) filter (where status = 'approved')::int as approved,
					count(distinct unit_id) filter (where status = 'met')::int as met
				from status_event where effective_date <= '2020-12-31' and round = 1`
		);
		expect([approved, met]).toEqual([44, 42]);
	});

	it('keeps every crime over both mergers', () => {
		const own = historyOfTrack(history, 'TTATXH');
		const { from = 0, to = 0 } = own.dataMonths ?? {};
		const reported = new Map<number, number>();
		for (const series of own.leadingCounts.values()) {
			for (const [month, value] of series) {
				reported.set(month, (reported.get(month) ?? 0) + value);
			}
		}
		const today = history.frames.at(-1)?.unitIds ?? [];
		const carried = today.map((unitId) => countsOn(own, unitId, to));
		let compared = 0;
		for (let month = from; month <= to; month++) {
			// A commune with a former unit that did not report has no figure for that month.
			if (!carried.every((series) => series.has(month))) continue;
			const sum = carried.reduce((total, series) => total + (series.get(month) ?? 0), 0);
			expect(sum, String(month)).toBe(reported.get(month));
			compared++;
		}
		expect(compared).toBeGreaterThan(60);
	});

	it('passes its own checks', async () => {
		const { passed, orphans, frames } = await checkLoadedData(database.db);
		expect(Object.values(orphans).flat()).toEqual([]);
		expect(frames.flatMap(({ faults }) => faults)).toEqual([]);
		expect(passed).toBe(true);
	});

	it('comes back the same from its exports', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'diaban-export-'));
		const file = (name: string) => join(folder, name);
		const { db } = database;
		const before = await contents(database);
		const units = [
			['2017-01-01', '2019-12-31', 'district'],
			['2017-01-01', '2019-12-31', 'commune'],
			['2020-01-01', '2025-06-30', 'district'],
			['2020-01-01', '2025-06-30', 'commune'],
			['2025-07-01', null, 'commune']
		] as const;
		for (const [from, , level] of units) {
			await writeWhole(file(`${level}-${from}.geojson`), exportBoundaries(db, from, level));
		}
		const tables = {
			succession: await exportSuccession(db),
			indicators: await exportIndicators(db),
			status: await exportStatus(db),
			models: await exportModels(db),
			sites: await exportSites(db)
		};
		for (const [name, { heading, rows }] of Object.entries(tables)) {
			await writeWhole(file(`${name}.csv`), [{ text: toCsv(heading, rows), rows: rows.length }]);
		}

		await database.reset();
		for (const [validFrom, validTo, level] of units) {
			const request = { validFrom, validTo, level };
			const report = await load(
				database,
				boundaries(file(`${level}-${validFrom}.geojson`), request)
			);
			expect([report.outcome, codesOf(report)]).toEqual(['loaded', []]);
		}
		for (const subject of ['succession', 'indicators', 'status'] as const) {
			const report = await load(database, { subject, file: file(`${subject}.csv`) });
			expect([report.outcome, report.problems]).toEqual(['loaded', []]);
		}
		const models = { file: file('models.csv'), sites: file('sites.csv') };
		const report = await load(database, { subject: 'models', ...models });
		expect([report.outcome, report.problems]).toEqual(['loaded', []]);
		expect(await contents(database)).toEqual(before);
		rmSync(folder, { recursive: true });
	});

	it('goes source by source, each with exactly its rows', async () => {
		await database.reset();
		await loadDemonstration(database);
		const before = await database.counts();
		const boundariesInUse = await undoSource(database, 5);
		expect(boundariesInUse.outcome).toBe('in-use');
		expect(await database.counts()).toEqual(before);
		const status = await undoSource(database, 9);
		expect(status).toMatchObject({ outcome: 'undone', removed: { status_event: 483, unit: 0 } });
		expect(await database.counts()).toEqual({ ...before, source: 9, status_event: 0 });
		expect(await undoSource(database, 9)).toEqual({ outcome: 'unknown' });
		for (const id of [10, 8, 7, 6, 5, 4, 3, 2, 1]) {
			expect((await undoSource(database, id)).outcome, `source ${id}`).toBe('undone');
		}
		expect(await database.counts()).toMatchObject({ source: 0, unit: 0, observation: 0 });
	});

	it('stays away once it was removed', async () => {
		await database.reset();
		await loadDemonstration(database);
		await database.db.transaction(removeDemonstration);
		expect(await database.counts()).toMatchObject({ source: 0, unit: 0, model_site: 0 });
		expect(await loadDemonstrationIfEmpty(database)).toBe(false);
	});
});

/** Everything that files bring, without row numbers; geometry byte by byte. */
async function contents({ db }: TestDatabase): Promise<Record<string, unknown[]>> {
	const named = sql`u.code, u.name, u.level, u.valid_from::text as valid_from`;
	return {
		units: await rowsOf(
			db,
			sql`select ${named}, u.kind, u.parent_name, u.valid_to::text as valid_to,
					md5(ST_AsEWKB(u.geom)) as geometry, u.area_km2, u.label_lon, u.label_lat
				from unit u order by u.level, u.code, u.valid_from`
		),
		succession: await rowsOf(
			db,
			sql`select ${named}, t.code as to_code, s.kind, s.population_weight, s.area_weight,
					s.effective::text as effective, s.document
				from succession s join unit u on u.id = s.from_unit_id join unit t on t.id = s.to_unit_id
				order by s.id`
		),
		observations: await rowsOf(
			db,
			sql`select ${named}, o.indicator_code, o.scheme, o.period_start::text as start,
					o.period_end::text as end, o.value
				from observation o join unit u on u.id = o.unit_id
				order by o.indicator_code, u.code, u.valid_from, o.period_start, o.period_end`
		),
		events: await rowsOf(
			db,
			sql`select ${named}, e.track_code, e.round, e.status, e.effective_date::text as date,
					e.document_number, e.document_date::text as document_date, e.signatory, e.note
				from status_event e join unit u on u.id = e.unit_id order by e.id`
		),
		models: await rowsOf(
			db,
			sql`select code, name_vi, name_en, founded_on::text as founded_on,
				retired_on::text as retired_on, replicated_from from community_model order by code`
		),
		sites: await rowsOf(
			db,
			sql`select ${named}, s.code as site, s.model_code, s.name, s.founded_on::text as founded_on,
					s.retired_on::text as retired_on, s.lon, s.lat, s.teams, s.replicated_from
				from model_site s join unit u on u.id = s.unit_id order by s.id`
		)
	};
}
