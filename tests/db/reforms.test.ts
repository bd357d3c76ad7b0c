import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { History } from '#lib/domain/history.ts';
import { countsOn, historyOfTrack } from '#lib/domain/track-history.ts';
import { lastDay, monthOfDate, toMonth, yearOf, type Month } from '#lib/domain/period.ts';
import { makeupOn } from '#lib/domain/reading.ts';
import { shownStatusAt } from '#lib/domain/status.ts';
import { isValidOn } from '#lib/domain/unit.ts';
import { compareSuccessionAt } from '#lib/server/data/derive-succession.ts';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { undoSource } from '#lib/server/data/undo-source.ts';
import { listSources } from '#lib/server/queries/data-state.ts';
import { loadHistory } from '#lib/server/queries/load-history.ts';
import { temporaryFolder } from '../fixtures/boundary-file.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { load } from './imports.ts';

const TRACK = 'TTATXH';
const FROM = toMonth(2019, 7);
const TO = toMonth(2025, 12);

/** The same numbers each time, as a random generator of the simplest kind. */
function random(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Random counts of every commune for every month that it was valid in, as a table with a row a year. */
function randomFigures(history: History): { csv: string; totals: Map<Month, number> } {
	const next = random(20_190_101);
	const totals = new Map<Month, number>();
	const lines = ['unit_code,indicator,year,m1,m2,m3,m4,m5,m6,m7,m8,m9,m10,m11,m12'];
	for (const unit of history.units.values()) {
		for (let year = yearOf(FROM); year <= yearOf(TO); year++) {
			const cells = Array.from({ length: 12 }, (_, index) => {
				const month = toMonth(year, index + 1);
				if (month < FROM || month > TO || !isValidOn(unit, lastDay(month))) return '';
				const value = Math.floor(next() * 6);
				totals.set(month, (totals.get(month) ?? 0) + value);
				return String(value);
			});
			if (cells.some(Boolean)) lines.push([unit.code, 'C01', year, ...cells].join(','));
		}
	}
	return { csv: `${lines.join('\n')}\n`, totals };
}

describe.each(DRIVERS)('both reforms on $driver', ({ open }) => {
	const folder = temporaryFolder();
	let database: TestDatabase;
	beforeAll(async () => {
		database = await open();
		await loadDemonstration(database);
	});
	afterAll(async () => {
		await database.close();
		folder.remove();
	});

	it('the composition of each of the 45 is that of the events of its former communes', async () => {
		const history = await loadHistory(database.db);
		const legal: Record<string, string>[] = parse(
			readFileSync(resolve('data/facts/succession-2025.csv')),
			{ columns: true }
		);
		const [, before, today] = history.frames;
		const old = before!.unitIds.map((id) => history.units.get(id)!);
		let mixed = 0;
		for (const unitId of today!.unitIds) {
			const unit = history.units.get(unitId)!;
			const formers = legal
				.filter((row) => row.new_code === unit.code)
				.map((row) => old.find(({ code }) => code === row.old_code)!);
			for (const date of ['2019-06-30', '2021-12-31', '2025-06-30']) {
				const makeup = makeupOn(history, unitId, TRACK, date);
				if (makeup === 'not-available' || 'own' in makeup) throw new Error(unit.name);
				const expected = formers.map((former) => {
					// Two communes became one in 2020; before it, both are told.
					const codes =
						date < '2020-01-01' && former.code === '03145' ? ['03145', '03144'] : [former.code];
					return codes.map((code) => {
						const events = [...history.units.values()]
							.filter((each) => each.code === code && each.validFrom <= date)
							.filter((each) => code === former.code || each.validFrom < '2020-01-01')
							.filter((each) => each.validFrom < '2025-07-01')
							.flatMap((each) => history.events.get(each.id) ?? [])
							.filter((event) => event.track === TRACK && event.status !== 'succeeded')
							.sort((a, b) => (a.effectiveDate < b.effectiveDate ? -1 : 1));
						return shownStatusAt(events, date);
					});
				});
				const found = makeup.members.map(({ status }) => status).sort();
				expect(found, `${unit.name} ${date}`).toEqual(expected.flat().sort());
				if (new Set(found).size > 1) mixed++;
			}
		}
		expect(mixed).toBeGreaterThan(20);
	});

	it('overlay and law agree about all 129', async () => {
		const found = await compareSuccessionAt(database.db, '2025-07-01');
		expect(found.recorded).toBe(129);
		expect(found.derived.every(({ kind }) => kind === 'whole')).toBe(true);
		expect([found.derived.length, found.differences]).toEqual([129, []]);
	});

	it('totals of random figures are the same before and after both', async () => {
		const indicators = (await listSources(database.db)).find(
			(each) => each.subject === 'indicators'
		)!;
		expect((await undoSource(database, indicators.id)).outcome).toBe('undone');
		const { csv, totals } = randomFigures(await loadHistory(database.db));
		const file = folder.write('random.csv', csv);
		const report = await load(
			database,
			{ subject: 'indicators', file, confirmJumps: true },
			{ demonstration: true }
		);
		expect([report.outcome, report.problemCounts.errors]).toEqual(['loaded', 0]);
		const history = historyOfTrack(await loadHistory(database.db), TRACK);
		for (const frame of history.frames) {
			const carried = frame.unitIds.map((id) => countsOn(history, id, TO));
			const last = frame.to === null ? TO : monthOfDate(frame.to);
			for (let month = FROM; month <= last; month++) {
				const sum = carried.reduce((total, series) => total + series.get(month)!, 0);
				expect(sum, `${frame.from} ${month}`).toBe(totals.get(month));
			}
		}
	});
});
