import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slopePoints, yearlyFigures } from '#lib/domain/commune/yearly.ts';
import { chanceFell, estimateChange } from '#lib/domain/evidence/change-model.ts';
import { tailChance } from '#lib/domain/evidence/tail-chance.ts';
import { computeTrends } from '#lib/domain/evidence/trend.ts';
import { frameFigures } from '#lib/domain/frame-matrices.ts';
import { fitSlope } from '#lib/domain/evidence/slope.ts';
import { marshallMoments, shrinkRate } from '#lib/domain/evidence/smoothing.ts';
import { populationOn } from '#lib/domain/history.ts';
import { countsOn, historyOfTrack, type TrackHistory } from '#lib/domain/track-history.ts';
import { smoothLocally } from '#lib/domain/space/local-smoothing.ts';
import { ebMoranI, localMoran, moranI } from '#lib/domain/space/moran.ts';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { seedCatalogue } from '#lib/server/data/seed-catalogue.ts';
import type { Database } from '#lib/server/db/database.ts';
import { openInMemory } from '#lib/server/db/embedded/embedded.ts';
import { loadHistory } from '#lib/server/queries/load-history.ts';
import { getNeighbours } from '#lib/server/queries/neighbours.ts';

const haveR = spawnSync('Rscript', ['-e', 'library(spdep)'], { stdio: 'ignore' }).status === 0;

/** The demonstration data on today's boundaries. */
async function readData(db: Database['db'], history: TrackHistory) {
	const frame = history.frames.at(-1)!;
	const around = await getNeighbours(db, frame);
	const ids = [...frame.unitIds].sort((a, b) => a - b);
	const range = history.dataMonths!;
	const figures = frameFigures(history, { frame, last: range.to, all: true })!;
	const years = ids.flatMap((id) =>
		slopePoints(
			yearlyFigures(
				countsOn(history, id, range.to),
				(year) => populationOn(history, id, year),
				range
			)
		).map((point) => ({ ...point, id, ward: Number(history.units.get(id)!.kind === 'Phường') }))
	);
	return {
		neighbours: ids.map((id) => around.get(id)!.map((other) => ids.indexOf(other))),
		areas: ids.map((id) => {
			const own = years.filter((year) => year.id === id);
			return {
				count: own.reduce((sum, { count }) => sum + count, 0),
				exposure: own.reduce((sum, { exposure }) => sum + exposure, 0)
			};
		}),
		years,
		windows: (['own', 'province'] as const).flatMap((question) =>
			computeTrends(figures, range.to, { base: 'three-years', question }).flatMap((result) =>
				'trend' in result ? [result.trend.windows] : []
			)
		)
	};
}

function askR(data: Awaited<ReturnType<typeof readData>>): Map<string, number> {
	const folder = mkdtempSync(join(tmpdir(), 'diaban-r-'));
	try {
		const table = (head: string, rows: (string | number)[][]) =>
			[head, ...rows.map((row) => row.join(','))].join('\n');
		const write = (name: string, text: string) => writeFileSync(join(folder, name), `${text}\n`);
		write(
			'areas.csv',
			table(
				'count,exposure',
				data.areas.map((a) => [a.count, a.exposure])
			)
		);
		write(
			'neighbours.txt',
			data.neighbours.map((list) => list.map((at) => at + 1).join(' ')).join('\n')
		);
		write(
			'years.csv',
			table(
				'count,exposure,time,ward',
				data.years.map((y) => [y.count, y.exposure, y.time - 2017, y.ward])
			)
		);
		write(
			'windows.csv',
			table(
				'now,before,ratio,noise',
				data.windows.map((w) => [w.now, w.before, w.ratio, w.noise])
			)
		);
		const { stdout, stderr, status } = spawnSync('Rscript', ['tests/r/agreement.R', folder], {
			encoding: 'utf8'
		});
		if (status !== 0) throw new Error(stderr);
		return new Map(
			stdout
				.trim()
				.split('\n')
				.map((line) => line.trim().split(/\s+/))
				.map(([name = '', value]) => [name, Number(value)])
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

describe.skipIf(!haveR)('agreement with R (spdep) on the demonstration data', () => {
	let database: Database;
	let data: Awaited<ReturnType<typeof readData>>;
	let r: Map<string, number>;
	beforeAll(async () => {
		database = await openInMemory();
		await seedCatalogue(database.db);
		await loadDemonstration(database);
		data = await readData(database.db, historyOfTrack(await loadHistory(database.db), 'TTATXH'));
		r = askR(data);
	});
	afterAll(() => database.close());

	/** Equal to ten digits. */
	const expectSame = (name: string, value: number | undefined) => {
		const known = r.get(name) ?? expect.fail(`R does not say ${name}`);
		expect(Math.abs((value ?? NaN) - known), name).toBeLessThan(
			1e-9 * Math.max(1, Math.abs(known))
		);
	};

	it('in smoothing, global and local', () => {
		const moments = marshallMoments(data.areas)!;
		const local = smoothLocally(data.areas, data.neighbours);
		data.areas.forEach((area, at) => {
			expectSame(`global-${at + 1}`, shrinkRate(area, moments));
			expectSame(`local-${at + 1}`, local[at]);
		});
	});

	it('in Moran’s I, global and local', () => {
		const rates = data.areas.map(({ count, exposure }) => count / exposure);
		const global = moranI(rates, data.neighbours);
		expectSame('moran', global?.i);
		expectSame('moran-variance', global?.variance);
		expectSame('eb-moran', ebMoranI(data.areas, data.neighbours));
		const local = localMoran(rates, data.neighbours, { permutations: 9 });
		rates.forEach((_, at) => {
			expectSame(`lisa-${at + 1}`, local[at]?.i);
		});
	});

	it('in the slope', () => {
		const result = fitSlope(data.years, 0);
		const slope = 'slope' in result ? result.slope : expect.fail(result.missing);
		expect(Math.abs(slope.beta - r.get('slope')!)).toBeLessThan(1e-8);
		expect(Math.abs(slope.poissonError - r.get('slope-error')!)).toBeLessThan(1e-7);
	});

	it('in the change of every commune and its tails', () => {
		expect(data.windows.length).toBeGreaterThan(80);
		const near = (name: string, value: number) =>
			expect(Math.abs(value - r.get(name)!), name).toBeLessThan(1e-6 * Math.max(1, value));
		data.windows.forEach((windows, at) => {
			const { ratio, low, high } = estimateChange(windows);
			const { lower, upper } = tailChance(windows);
			near(`fell-${at + 1}`, chanceFell(windows));
			near(`ratio-${at + 1}`, ratio);
			near(`low-${at + 1}`, low);
			near(`high-${at + 1}`, high);
			near(`lower-${at + 1}`, lower);
			near(`upper-${at + 1}`, upper);
		});
	});
});
