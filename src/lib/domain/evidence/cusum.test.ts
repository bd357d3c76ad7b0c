import { describe, expect, it } from 'vitest';
import { cusumReference, designCusum, runCusum } from './cusum.ts';
import { randomPoisson, seededRandom } from './random.ts';

describe('CUSUM', () => {
	it('has the reference value between both rates', () => {
		expect(cusumReference(1, 2)).toBeCloseTo(1.442695, 6);
		expect(cusumReference(4, 6)).toBeCloseTo(4.932607, 6);
	});

	it('alarms falsely no oftener than stated, and is the same for the same seed', () => {
		const design = designCusum(0.5, 2, 120);
		expect(design).toEqual(designCusum(0.5, 2, 120));
		// Other months than those it was designed on.
		const random = seededRandom(99);
		let months = 0;
		const runs = 2000;
		for (let run = 0; run < runs; run++) {
			let sum = 0;
			do {
				months++;
				sum = Math.max(0, sum + randomPoisson(0.5, random) - design.reference);
			} while (sum < design.threshold);
		}
		expect(months / runs).toBeGreaterThan(105);
	});

	it('notices a doubling within the year, and when it began', () => {
		const design = designCusum(2, 2, 120);
		const before = [2, 1, 3, 2, 2, 1];
		const after = [4, 5, 3, 4, 4, 5, 4, 4];
		const run = runCusum(
			[...before, ...after],
			[...before, ...after].map(() => 2),
			design
		);
		expect(run.alarm?.since).toBeGreaterThanOrEqual(2);
		expect(run.alarm?.at).toBeGreaterThan(6);
		expect(run.alarm?.at).toBeLessThan(14);
	});

	it('does not alarm when nothing happens', () => {
		expect(runCusum([0, 0, 0], [2, 2, 2], designCusum(2, 2, 60)).alarm).toBeUndefined();
	});
});
