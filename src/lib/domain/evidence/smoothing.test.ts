import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	levelMoments,
	marshallMoments,
	shrinkLevel,
	shrinkRate,
	type Exposed
} from './smoothing.ts';

/**
 * Sudden infant deaths in North Carolina's 100 counties, 1974–78: the textbook example (Symons et al.
 * 1983), from the public-domain file nc.dbf that comes with R's sf.
 */
const counties = new Map<string, Exposed>(
	readFileSync(new URL('./fixtures/nc-sids-74.csv', import.meta.url), 'utf8')
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => {
			const [name = '', births, deaths] = line.split(',');
			return [name, { count: Number(deaths), exposure: Number(births) }];
		})
);

describe("Marshall's empirical Bayes on North Carolina's counties", () => {
	const moments = marshallMoments([...counties.values()]) ?? expect.fail('no moments');

	it('has the mean and the variance that spdep finds', () => {
		expect(counties.size).toBe(100);
		expect(moments.m).toBeCloseTo(0.002021444894, 12);
		expect(moments.a).toBeCloseTo(7.692930647e-7, 15);
	});

	it.each([
		['Ashe', 0.001697297],
		['Anson', 0.004838804],
		['Mecklenburg', 0.002036355],
		['Robeson', 0.003452775]
	])('shrinks %s to %f', (name, rate) => {
		const county = counties.get(name) ?? expect.fail(name);
		expect(shrinkRate(county, moments)).toBeCloseTo(rate, 9);
	});
});

describe('levels that lasted over years with noise of their own', () => {
	it('are drawn back further, as published', () => {
		const area = { count: 10, exposure: 1 };
		expect(shrinkLevel(area, { m: 4, a: 8, noise: 0 }).rate).toBeCloseTo(8, 12);
		expect(shrinkLevel(area, { m: 4, a: 8, noise: 1.6 }).rate).toBeCloseTo(7.529412, 6);
	});

	it('differ by what is neither chance nor noise', () => {
		const areas = [2, 8, 20, 10].map((count) => ({ count, exposure: 1000 }));
		const { m, a } = marshallMoments(areas)!;
		const noisy = levelMoments(areas, 0.1, 2)!;
		expect(noisy.a).toBeCloseTo(a - (0.1 * m ** 2) / 2, 15);
		expect(levelMoments(areas, 10, 1)!.a).toBe(0);
		expect(levelMoments([], 0.1, 1)).toBeUndefined();
	});
});

describe('without spread between areas', () => {
	const alike = [2, 3, 2, 3].map((count) => ({ count, exposure: 1000 }));

	it('every area shrinks to the mean', () => {
		const moments = marshallMoments(alike) ?? expect.fail('no moments');
		expect(moments.a).toBe(0);
		for (const area of alike) expect(shrinkRate(area, moments)).toBe(moments.m);
	});
});

describe('shrinkage', () => {
	it('lies between the rate of the area and the mean of all', () => {
		const area = fc.record({
			count: fc.integer({ min: 0, max: 60 }),
			exposure: fc.integer({ min: 100, max: 30_000 })
		});
		fc.assert(
			fc.property(fc.array(area, { minLength: 1, maxLength: 40 }), (areas) => {
				const moments = marshallMoments(areas) ?? expect.fail('no moments');
				for (const each of areas) {
					const rate = each.count / each.exposure;
					const shrunken = shrinkRate(each, moments);
					expect(shrunken).toBeGreaterThanOrEqual(Math.min(rate, moments.m) - 1e-15);
					expect(shrunken).toBeLessThanOrEqual(Math.max(rate, moments.m) + 1e-15);
				}
			})
		);
	});
});
