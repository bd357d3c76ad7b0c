import { describe, expect, it } from 'vitest';
import { randomGamma, randomPoisson, seededRandom } from '../evidence/random.ts';
import { buildHistory, commune, statusEvent } from '../fixtures/build-history.ts';
import { toMonth, type Month } from '../period.ts';
import { studyEffect } from './study.ts';
import type { Study } from './study-types.ts';

const FROM = toMonth(2017, 1);
const TO = toMonth(2023, 12);
const APPROVED = toMonth(2019, 1);
const COMMUNES = 129;

/** A province in which the communes with the most cases of 2017–18 are approved in January 2019. */
function province(seed: number, { share = 1 / 3, effect = 1, chosen = 'worst' } = {}) {
	const random = seededRandom(seed);
	const crimes = new Map<number, Map<Month, number>>();
	const before: { id: number; count: number }[] = [];
	const levels = Array.from({ length: COMMUNES }, () => (randomGamma(2, random) / 2) * (2.6 / 12));
	levels.forEach((level, at) => {
		const series = new Map<Month, number>();
		for (let month = FROM; month < APPROVED; month++)
			series.set(month, randomPoisson(level, random));
		crimes.set(at + 1, series);
		before.push({ id: at + 1, count: [...series.values()].reduce((a, b) => a + b, 0) });
	});
	if (chosen === 'worst') before.sort((a, b) => b.count - a.count);
	const treated = new Set(before.slice(0, COMMUNES * share).map(({ id }) => id));
	levels.forEach((level, at) => {
		const rate = treated.has(at + 1) ? level * effect : level;
		for (let month = APPROVED; month <= TO; month++) {
			crimes.get(at + 1)!.set(month, randomPoisson(rate, random));
		}
	});
	const events = [...treated].map((id) => statusEvent(id, 'approved', '2019-01-15'));
	const population = new Map(levels.map((_, at) => [at + 1, new Map([[2017, 5000]])] as const));
	return buildHistory({
		units: levels.map((_, at) => commune(at + 1)),
		leadingCounts: crimes,
		population,
		events
	});
}

const study = (history: ReturnType<typeof province>, question = {}): Study =>
	studyEffect(history, history.frames[0]!, { lag: 3, ...question }, () => []);

describe('did it work', () => {
	const found = study(province(1));

	it('holds each treated commune against others of before, none twice', () => {
		expect(found.pairs).toHaveLength(43);
		expect(found.perUnit).toBe(2);
		const compared = found.pairs.flatMap(({ comparisons }) => comparisons.map((c) => c.unitId));
		expect(new Set(compared).size).toBe(compared.length);
		const treated = new Set(found.pairs.map(({ unitId }) => unitId));
		expect(compared.filter((id) => treated.has(id))).toEqual([]);
		expect(found.counts.treatedBefore).toBe(
			found.pairs.reduce((sum, { before }) => sum + before, 0)
		);
	});

	it('shows the fall that regression to the mean alone would give', () => {
		const falls: number[] = [];
		const expected: number[] = [];
		for (let seed = 0; seed < 20; seed++) {
			const { counts, regression } = study(province(seed));
			falls.push(1 - counts.treatedAfter / counts.treatedBefore);
			expected.push(1 - regression!.expected / regression!.observed);
		}
		const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
		expect(mean(falls)).toBeGreaterThan(0.1);
		expect(Math.abs(mean(falls) - mean(expected))).toBeLessThan(0.04);
	});

	it('finds an effect where there is none about as often as stated', () => {
		let false_ = 0;
		const runs = 150;
		for (let seed = 0; seed < runs; seed++) {
			const { ratio } = study(province(1000 + seed, { chosen: 'any' }));
			if (ratio && (ratio.interval[1] < 1 || ratio.interval[0] > 1)) false_++;
		}
		// Three standard errors of 150 runs at 5 %.
		expect(false_ / runs).toBeLessThan(0.05 + 0.054);
	});

	it('is not fooled by communes that were chosen in a bad time', () => {
		let raw = 0;
		let adjusted = 0;
		const runs = 150;
		const excludes = (interval: readonly [number, number] | undefined) =>
			interval !== undefined && (interval[1] < 1 || interval[0] > 1);
		for (let seed = 0; seed < runs; seed++) {
			const { ratio, regression } = study(province(2000 + seed));
			if (excludes(ratio?.interval)) raw++;
			if (excludes(regression?.ratio?.interval)) adjusted++;
		}
		expect(raw / runs).toBeGreaterThan(0.3);
		expect(adjusted / runs).toBeLessThan(0.05 + 0.054);
	});

	it('finds crime that was halved', () => {
		const { ratio, difference } = study(province(3, { effect: 0.5, chosen: 'any' }));
		expect(ratio!.interval[1]).toBeLessThan(1);
		expect(difference.interval[1]).toBeLessThan(0);
	});

	it('has years before approval near none and years after at the effect', () => {
		const { years } = study(province(4, { effect: 0.4, chosen: 'any' }));
		const at = (year: number) => years.find((each) => each.year === year)!.ratio.value;
		expect(years.map(({ year }) => year)).toEqual([-2, 0, 1, 2, 3, 4]);
		expect(Math.abs(Math.log(at(-2)))).toBeLessThan(0.4);
		expect(at(3)).toBeLessThan(0.7);
	});

	it('leaves out what cannot be compared, with the reason', () => {
		const history = province(5);
		const [first = 0] = found.pairs.map(({ unitId }) => unitId);
		const one = study(history, { unitIds: [first, 1, 2, 3].slice(0, 1) });
		expect(one.pairs.length + one.left.length).toBe(1);
		const never = [...history.units.keys()].find((id) => history.events.get(id)?.length === 0)!;
		expect(study(history, { unitIds: [never] }).left).toEqual([
			{ unitId: never, reason: 'no-approval' }
		]);
		const late = study(history, { lag: 6 });
		expect(new Set(late.left.map(({ reason }) => reason))).toEqual(new Set(['too-short']));
		expect([late.ratio, late.regression]).toEqual([undefined, undefined]);
	});

	it('sees crime that moved to the neighbours, and none that did not', () => {
		let moved = 0;
		const runs = 60;
		for (let seed = 0; seed < runs; seed++) {
			const history = province(3000 + seed);
			const untreated = [...history.units.keys()].filter(
				(id) => history.events.get(id)?.length === 0
			);
			const { ring } = studyEffect(history, history.frames[0]!, { lag: 3 }, () =>
				untreated.slice(0, 40)
			);
			if (ring?.ratio && ring.ratio.interval[0] > 1) moved++;
		}
		expect(moved / runs).toBeLessThan(0.025 + 0.07);
	});

	it('takes comparison communes away that a person does not want', () => {
		const history = province(1);
		const [unwanted = 0] = found.pairs.flatMap(({ comparisons }) =>
			comparisons.map((c) => c.unitId)
		);
		const other = study(history, { without: [unwanted] });
		const used = other.pairs.flatMap(({ comparisons }) => comparisons.map((c) => c.unitId));
		expect(used).not.toContain(unwanted);
	});
});
