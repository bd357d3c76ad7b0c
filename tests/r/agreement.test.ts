import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slopePoints, yearlyFigures } from '#lib/domain/commune/yearly.ts';
import { mannKendall } from '#lib/domain/evidence/mann-kendall.ts';
import { fitNegativeBinomial } from '#lib/domain/evidence/negative-binomial.ts';
import { fitSlope } from '#lib/domain/evidence/slope.ts';
import { marshallMoments, shrinkRate } from '#lib/domain/evidence/smoothing.ts';
import { populationOn } from '#lib/domain/history.ts';
import { countsOn, historyOfTrack, type TrackHistory } from '#lib/domain/track-history.ts';
import { smoothLocally } from '#lib/domain/space/local-smoothing.ts';
import { ebMoranI, giStar, localMoran, moranI } from '#lib/domain/space/moran.ts';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { seedCatalogue } from '#lib/server/data/seed-catalogue.ts';
import type { Database } from '#lib/server/db/database.ts';
import { openInMemory } from '#lib/server/db/embedded/embedded.ts';
import { loadHistory } from '#lib/server/queries/load-history.ts';
import { getNeighbours } from '#lib/server/queries/neighbours.ts';

const haveR =
	spawnSync('Rscript', ['-e', 'library(spdep); library(MASS)'], { stdio: 'ignore' }).status === 0;

/** The demonstration data on today's boundaries. */
async function readData(db: Database['db'], history: TrackHistory) {
	const frame = history.frames.at(-1)!;
	const around = await getNeighbours(db, frame);
	const ids = [...frame.unitIds].sort((a, b) => a - b);
	const range = history.dataMonths!;
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
		series: years.filter(({ id }) => id === ids[0]).map(({ count, exposure }) => count / exposure)
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
		write('series.txt', data.series.join('\n'));
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

describe.skipIf(!haveR)('agreement with R (spdep, MASS) on the demonstration data', () => {
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

	it('in Moran’s I, global and local, and Gi*', () => {
		const rates = data.areas.map(({ count, exposure }) => count / exposure);
		const global = moranI(rates, data.neighbours);
		expectSame('moran', global?.i);
		expectSame('moran-variance', global?.variance);
		expectSame('eb-moran', ebMoranI(data.areas, data.neighbours));
		const local = localMoran(rates, data.neighbours, { permutations: 9 });
		const gi = giStar(rates, data.neighbours);
		rates.forEach((_, at) => {
			expectSame(`lisa-${at + 1}`, local[at]?.i);
			expectSame(`gi-${at + 1}`, gi[at]);
		});
	});

	it('in the negative binomial and the slope', () => {
		const counts = data.years.map(({ count }) => count);
		const fit = fitNegativeBinomial(
			data.years.map(({ time, ward }) => [1, ward, time - 2017]),
			counts,
			data.years.map(({ exposure }) => Math.log(exposure))
		);
		fit?.coefficients.forEach((value, at) => {
			expect(Math.abs(value - r.get(`nb-${at + 1}`)!)).toBeLessThan(1e-6);
		});
		expect(Math.abs(fit!.theta / r.get('theta')! - 1)).toBeLessThan(1e-5);
		expect(Math.abs(fit!.logLikelihood - r.get('log-likelihood')!)).toBeLessThan(1e-5);
		const result = fitSlope(data.years);
		const slope = 'slope' in result ? result.slope : expect.fail(result.missing);
		expect(Math.abs(slope.beta - r.get('slope')!)).toBeLessThan(1e-8);
		expect(Math.abs(slope.poissonError - r.get('slope-error')!)).toBeLessThan(1e-7);
	});

	it('in Mann–Kendall', () => {
		expectSame('mann-kendall', mannKendall(data.series)?.z);
	});
});
