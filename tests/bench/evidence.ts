import type { TrendQuestion } from '#lib/domain/evidence/classes.ts';
import { FrameFigures, type UnitFigures } from '#lib/domain/evidence/frame-figures.ts';
import { randomPoisson, seededRandom } from '#lib/domain/evidence/random.ts';
import { tailChance } from '#lib/domain/evidence/tail-chance.ts';
import { unitTrend, unitTrendClass } from '#lib/domain/evidence/trend.ts';
import { toMonth, type Month } from '#lib/domain/period.ts';
import { localMoran } from '#lib/domain/space/moran.ts';
import { lookAt, watchBase } from '#lib/domain/watch/look.ts';
import { watchPower } from '#lib/domain/watch/power.ts';
import { gridNeighbours } from './grid.ts';
import { report } from './measurement.ts';

const UNITS = [130, 3321, 11_000];
const DATA = { from: toMonth(2017, 1), to: toMonth(2026, 10) };
/** What a province and the country may take, in ms. */
const LIMITS_MS: Record<number, number> = { 130: 50, 3321: 1200 };
const MORAN_MS: Record<number, number> = { 3321: 6000 };
const WATCH_MS = 300;

export const EVIDENCE = [
	...UNITS.flatMap((units) => [`evidence-trends-${units}`, `evidence-arithmetic-${units}`]),
	'evidence-trends-province-130',
	'evidence-tails-3321',
	'evidence-watch-130',
	'evidence-moran-130',
	'evidence-moran-3321'
];

/**
 * Trend classes of all months beside one pass of plain arithmetic over the same counts, the watch list of a province,
 * and local Moran with 9,999 permutations. Where there is a limit it is the baseline; the others show how work grows.
 */
export async function benchEvidence(): Promise<void> {
	for (const units of UNITS) {
		const figures = makeFigures(units);
		// Warm: the first pass compiles.
		allClasses(figures, 'own');
		const arithmetic = time(() => plainPass(figures));
		report({ name: `evidence-arithmetic-${units}`, unit: 'ms', value: arithmetic });
		const limit = LIMITS_MS[units];
		report({
			name: `evidence-trends-${units}`,
			unit: 'ms',
			value: time(() => allClasses(makeFigures(units), 'own')),
			...(limit === undefined ? { baseline: arithmetic } : { baseline: limit, limit: 1 })
		});
		const values = Array.from({ length: units }, seededRandom(units));
		const moran = MORAN_MS[units];
		if (units > 3321) continue;
		report({
			name: `evidence-moran-${units}`,
			unit: 'ms',
			value: time(() => localMoran(values, gridNeighbours(units))),
			...(moran === undefined ? {} : { baseline: moran, limit: 1 })
		});
	}
	const province = makeFigures(130);
	report({
		name: 'evidence-trends-province-130',
		unit: 'ms',
		baseline: LIMITS_MS[130]!,
		limit: 2,
		value: time(() => allClasses(province, 'province'))
	});
	report({ name: 'evidence-tails-3321', unit: 'ms', value: timeTails(makeFigures(3321)) });
	report({
		name: 'evidence-watch-130',
		unit: 'ms',
		baseline: WATCH_MS,
		limit: 1,
		value: time(() => watchAll(province))
	});
}

function allClasses(figures: FrameFigures, question: TrendQuestion): void {
	for (let month = DATA.from; month <= DATA.to; month++) {
		for (let unit = 0; unit < figures.units.length; unit++) {
			unitTrendClass(figures, unit, month, { base: 'same-period', question });
		}
	}
}

/** What a map by plain percentages would do with the same counts. */
function plainPass(figures: FrameFigures): number {
	let changed = 0;
	for (let month = DATA.from + 23; month <= DATA.to; month++) {
		for (let unit = 0; unit < figures.units.length; unit++) {
			const now = figures.countIn(unit, { from: month - 11, to: month });
			const before = figures.countIn(unit, { from: month - 23, to: month - 12 });
			if (now < before) changed++;
		}
	}
	return changed;
}

function timeTails(figures: FrameFigures): number {
	const results = figures.units.map((_, unit) =>
		unitTrend(figures, unit, DATA.to, { base: 'same-period', question: 'own' })
	);
	return time(() => {
		for (const result of results) if ('trend' in result) tailChance(result.trend.windows);
	});
}

function watchAll(figures: FrameFigures): void {
	const recognised = toMonth(2019, 6);
	for (let month = DATA.from; month <= DATA.to; month++) {
		for (let unit = 0; unit < figures.units.length; unit++) {
			const base = watchBase(unit % 3 === 0 ? recognised : undefined, month, DATA);
			const look = lookAt(figures, unit, month, base, -Infinity);
			if (month === DATA.to && typeof look !== 'string') watchPower(look.windows, look.noise);
		}
	}
}

function time(work: () => unknown): number {
	const begun = performance.now();
	work();
	return performance.now() - begun;
}

function makeFigures(units: number): FrameFigures {
	const random = seededRandom(units);
	return new FrameFigures(
		Array.from({ length: units }, (): UnitFigures => {
			const counts = new Map<Month, number>();
			for (let month = DATA.from; month <= DATA.to; month++) {
				counts.set(month, randomPoisson(2.6 / 12, random));
			}
			const people = 3000 + 6000 * random();
			return { counts, populationOf: () => people };
		}),
		DATA
	);
}
