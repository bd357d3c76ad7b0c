import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { describe, expect, it } from 'vitest';
import { randomPoisson, seededRandom } from '../evidence/random.ts';
import { rateRatioRatio, regressedCount, weightedDisplacementDifference } from './effect.ts';

const PUBLISHED = { treatedBefore: 50, treatedAfter: 30, comparedBefore: 48, comparedAfter: 47 };

describe('effect', () => {
	it('has the published weighted displacement difference', () => {
		const wdd = weightedDisplacementDifference(PUBLISHED);
		expect(wdd.value).toBe(-19);
		expect(wdd.standardError).toBeCloseTo(13.22876, 5);
		expect(wdd.interval[1]).toBeGreaterThan(0);
	});

	it('counts what moved to the ring', () => {
		const ring = { treatedBefore: 10, treatedAfter: 16, comparedBefore: 12, comparedAfter: 12 };
		const wdd = weightedDisplacementDifference(PUBLISHED, { ring });
		expect(wdd.value).toBe(-13);
		expect(wdd.standardError).toBeCloseTo(15, 6);
	});

	it('has the published ratio of rate ratios', () => {
		const { value, interval } = rateRatioRatio(PUBLISHED) ?? expect.fail();
		expect(value).toBeCloseTo(0.612766, 6);
		expect(interval[0]).toBeCloseTo(0.33445, 5);
		expect(interval[1]).toBeCloseTo(1.1227, 5);
		expect(rateRatioRatio({ ...PUBLISHED, treatedAfter: 0 })).toBeUndefined();
	});

	it.each([1, 0.8, 0.7, 0.5])(
		'excludes no effect about as often as theory says where crime became %s times as much',
		(effect) => {
			const random = seededRandom(17);
			const means = [120, 120 * effect, 240, 240] as const;
			const runs = 4000;
			let excluded = 0;
			for (let run = 0; run < runs; run++) {
				const [treatedBefore, treatedAfter, comparedBefore, comparedAfter] = means.map((mean) =>
					randomPoisson(mean, random)
				) as [number, number, number, number];
				const { interval } =
					rateRatioRatio({ treatedBefore, treatedAfter, comparedBefore, comparedAfter }) ??
					expect.fail();
				if (interval[1] < 1 || interval[0] > 1) excluded++;
			}
			// The logarithm is normal around log(effect), with √Σ 1/n.
			const error = Math.sqrt(means.reduce((sum, mean) => sum + 1 / mean, 0));
			const z = Math.log(effect) / error;
			const power = normalCdf(-1.96 - z, 0, 1) + normalCdf(-1.96 + z, 0, 1);
			expect(Math.abs(excluded / runs - power)).toBeLessThan(0.02);
		}
	);

	it('has Hauer’s estimate', () => {
		const { value, variance } = regressedCount(10, 4, 2);
		expect(value).toBeCloseTo(8, 12);
		expect(variance).toBeCloseTo(5.333, 3);
	});

	it('finds something where nothing is in one run of twenty', () => {
		const random = seededRandom(2017);
		const draw = () => randomPoisson(60, random);
		const runs = 4000;
		let ratios = 0;
		let differences = 0;
		for (let run = 0; run < runs; run++) {
			const counts = {
				...{ treatedBefore: draw(), treatedAfter: draw() },
				...{ comparedBefore: draw(), comparedAfter: draw() }
			};
			const ratio = rateRatioRatio(counts)!;
			if (ratio.interval[1] < 1 || ratio.interval[0] > 1) ratios++;
			const [low, high] = weightedDisplacementDifference(counts).interval;
			if (high < 0 || low > 0) differences++;
		}
		expect(ratios / runs).toBeGreaterThan(0.035);
		expect(ratios / runs).toBeLessThan(0.065);
		expect(differences / runs).toBeGreaterThan(0.035);
		expect(differences / runs).toBeLessThan(0.065);
	});

	it('finds a planted fall as often as theory says', () => {
		const random = seededRandom(45);
		const runs = 4000;
		let found = 0;
		for (let run = 0; run < runs; run++) {
			const draw = (mean: number) => randomPoisson(mean, random);
			const counts = {
				...{ treatedBefore: draw(100), treatedAfter: draw(60) },
				...{ comparedBefore: draw(100), comparedAfter: draw(100) }
			};
			if (rateRatioRatio(counts)!.interval[1] < 1) found++;
		}
		// log(0.6) over √(3/100 + 1/60) = −2.364 standard errors: beyond −1.96 in 65.7 % of runs.
		expect(Math.abs(found / runs - 0.657)).toBeLessThan(0.02);
	});
});
