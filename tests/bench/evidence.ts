import { exactTwoWindowTest } from '#lib/domain/evidence/two-window-test.ts';
import { randomPoisson, seededRandom } from '#lib/domain/evidence/random.ts';
import { computeTrends, type TrendInput } from '#lib/domain/evidence/trend.ts';
import { toMonth, type Month } from '#lib/domain/period.ts';
import { localMoran } from '#lib/domain/space/moran.ts';
import { gridNeighbours } from './grid.ts';
import { report } from './measurement.ts';

const UNITS = [130, 3321, 11_000];
const FIRST_MONTH = toMonth(2017, 1);
const LAST = toMonth(2026, 10);
/** What the national frame may take, in ms. */
const TRENDS_MS = 1000;
const MORAN_MS = 3000;
const PERMUTATIONS = 999;

export const EVIDENCE = [
	...UNITS.map((units) => `evidence-trends-${units}`),
	...UNITS.map((units) => `evidence-moran-${units}`)
];

/**
 * Trends with their smoothing and exact tests for all months, and local Moran with 999 permutations. The
 * national frame is held against what it may take; the others show how it grows.
 */
export async function benchEvidence(): Promise<void> {
	for (const units of UNITS) {
		const inputs = makeInputs(units);
		const national = units === 3321;
		report({
			...{ name: `evidence-trends-${units}`, unit: 'ms', value: time(() => allTrends(inputs)) },
			...(national ? { baseline: TRENDS_MS, limit: 1 } : {})
		});
		const values = Array.from({ length: units }, seededRandom(units));
		const neighbours = gridNeighbours(units);
		report({
			...{ name: `evidence-moran-${units}`, unit: 'ms' },
			value: time(() => localMoran(values, neighbours, { permutations: PERMUTATIONS })),
			...(national ? { baseline: MORAN_MS, limit: 1 } : {})
		});
	}
}

function allTrends(inputs: readonly TrendInput[]): void {
	for (let month = FIRST_MONTH; month <= LAST; month++) {
		for (const result of computeTrends(inputs, month, 'same-period', {
			from: FIRST_MONTH,
			to: LAST
		})) {
			if (!('trend' in result)) continue;
			const { now, base } = result.trend;
			exactTwoWindowTest(now.count, base.count, now.exposure, base.exposure);
		}
	}
}

function time(work: () => unknown): number {
	const begun = performance.now();
	work();
	return performance.now() - begun;
}

function makeInputs(units: number): TrendInput[] {
	const random = seededRandom(units);
	return Array.from({ length: units }, () => {
		const counts = new Map<Month, number>();
		for (let month = FIRST_MONTH; month <= LAST; month++) {
			counts.set(month, randomPoisson(2.6 / 12, random));
		}
		const people = 3000 + 6000 * random();
		return { counts, populationOf: () => people };
	});
}
