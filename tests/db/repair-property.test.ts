import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { polygonAreaM2, type Ring } from '#lib/domain/boundary.ts';
import type { TopologyFault } from '#lib/domain/import-report.ts';
import { rowsOf } from '#lib/server/db/database.ts';
import { collection, commune, temporaryFolder } from '../fixtures/boundary-file.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, load } from './imports.ts';

const [COLUMNS, ROWS, SIDE] = [3, 3, 0.01];
const CORNERS = 4;
/** Corners are off by up to some 20 m, on a lattice of a decimetre. */
const OFF = fc.integer({ min: -200, max: 200 }).map((steps) => steps * 1e-6);
const JITTER = fc.array(fc.tuple(OFF, OFF), {
	minLength: COLUMNS * ROWS * CORNERS,
	maxLength: COLUMNS * ROWS * CORNERS
});
const LIMIT = fc.constantFrom(20, 100, 2000, 1e9);
const RUNS = 15;

/** Squares side by side, each of whose corners was drawn anew by every commune. */
function ringsOf(jitter: readonly (readonly [number, number])[]): Ring[] {
	return Array.from({ length: COLUMNS * ROWS }, (_, at) => {
		const [column, row] = [at % COLUMNS, Math.floor(at / COLUMNS)];
		const corners = [
			[0, 0],
			[1, 0],
			[1, 1],
			[0, 1]
		].map(([east = 0, north = 0], corner): [number, number] => {
			const [x, y] = jitter[at * CORNERS + corner]!;
			return [
				Number((103 + (column + east) * SIDE + x).toFixed(6)),
				Number((21 + (row + north) * SIDE + y).toFixed(6))
			];
		});
		return [...corners, corners[0]!];
	});
}

const codeOf = (at: number) => String(10_001 + at);

/** Overlaps and gaps, those of the same communes by size. */
function sorted(faults: readonly TopologyFault[]): TopologyFault[] {
	const keyOf = ({ kind, units }: TopologyFault) => `${kind} ${[...units].sort().join()}`;
	return faults
		.filter(({ kind }) => kind !== 'unmatched')
		.sort((a, b) => keyOf(a).localeCompare(keyOf(b)) || a.areaM2 - b.areaM2);
}

describe.each(DRIVERS)('any repair on $driver', ({ open }) => {
	let database: TestDatabase;
	const folder = temporaryFolder();
	beforeAll(async () => {
		database = await open();
	});
	afterAll(async () => {
		await database.close();
		folder.remove();
	});
	afterEach(() => database.reset());

	it('gives and takes as its report says, and leaves what is larger than the limit', async () => {
		await fc.assert(
			fc.asyncProperty(JITTER, LIMIT, async (jitter, limitM2) => {
				await database.reset();
				const rings = ringsOf(jitter);
				const features = rings.map((ring, at) => commune(codeOf(at), ring));
				const file = folder.write('xa.geojson', collection(features));
				const request = { repair: true, acceptTopology: true, repairUpToM2: limitM2 };
				const report = await load(database, boundaries(file, request));
				expect(report.outcome).toBe('loaded');

				const { before = [], faults } = report.topology!;
				// Cutting anew may move a fault's area by a hair.
				fc.pre(before.every(({ areaM2 }) => Math.abs(areaM2 - limitM2) > 0.1));
				const kept = sorted(before.filter(({ areaM2 }) => areaM2 > limitM2));
				const left = sorted(faults);
				expect(left.map(({ kind, units }) => [kind, [...units].sort()])).toEqual(
					kept.map(({ kind, units }) => [kind, [...units].sort()])
				);
				left.forEach(({ areaM2 }, at) => expect(areaM2).toBeCloseTo(kept[at]!.areaM2, 1));

				const units = await rowsOf<{ code: string; areaM2: number }>(
					database.db,
					sql`select code, area_km2 * 1e6 as "areaM2" from unit order by code`
				);
				let [change, moved] = [0, 0];
				units.forEach(({ code, areaM2 }, at) => {
					const sum = report.repaired!.find(({ unit }) => unit.startsWith(code));
					const own = (sum?.gainedM2 ?? 0) - (sum?.lostM2 ?? 0);
					expect(Math.abs(areaM2 - polygonAreaM2([rings[at]!]) - own), code).toBeLessThan(1);
					change += areaM2 - polygonAreaM2([rings[at]!]);
					moved += own;
				});
				expect(Math.abs(change - moved)).toBeLessThan(1);
			}),
			{ numRuns: RUNS }
		);
	}, 120_000);
});
