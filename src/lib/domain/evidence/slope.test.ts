import { describe, expect, it } from 'vitest';
import { fitSlope, type SeriesPoint, type SlopeResult } from './slope.ts';

const slopeOf = (result: SlopeResult) =>
	'slope' in result ? result.slope : expect.fail(result.missing);

describe('slope of a series', () => {
	it('with populations agrees with R’s glm', () => {
		const counts = [12, 15, 9, 11, 7, 6, 8, 5];
		const people = [5200, 5280, 5350, 5410, 5490, 5560, 5640, 5700];
		const slope = slopeOf(
			fitSlope(
				counts.map((count, time) => ({ time, count, exposure: people[time]! / 10_000 })),
				0
			)
		);
		expect(slope.alpha).toBeCloseTo(3.2715131, 7);
		expect(slope.beta).toBeCloseTo(-0.1419845, 7);
		expect(slope.standardError).toBeCloseTo(0.0524664, 7);
		expect(slope.dispersion).toBeCloseTo(0.3900559, 7);
		expect(slope.annualRatio).toBeCloseTo(0.8676347, 7);
		expect(slope.interval[0]).toBeCloseTo(0.7631008, 7);
		expect(slope.interval[1]).toBeCloseTo(0.9864882, 7);
	});

	it('is wider by what years are known to vary', () => {
		const counts = [12, 15, 9, 11, 7, 6, 8, 5];
		const people = [5200, 5280, 5350, 5410, 5490, 5560, 5640, 5700];
		const points = counts.map((count, time) => ({ time, count, exposure: people[time]! / 10_000 }));
		const slope = slopeOf(fitSlope(points, 0.0861));
		expect(slope.widening).toBeCloseTo(1.7856625, 7);
		expect(slope.interval[0]).toBeCloseTo(0.7308567, 7);
		expect(slope.interval[1]).toBeCloseTo(1.0300103, 7);
	});

	it('of counts that vary more than Poisson has wider errors (Dobson’s AIDS deaths)', () => {
		const counts = [0, 1, 2, 3, 1, 4, 9, 18, 23, 31, 20, 25, 37, 45];
		const slope = slopeOf(
			fitSlope(
				counts.map((count, at) => ({ time: at + 1, count, exposure: 1 })),
				0
			)
		);
		expect(slope.alpha).toBeCloseTo(0.3396339, 7);
		expect(slope.beta).toBeCloseTo(0.2565236, 7);
		expect(slope.poissonError).toBeCloseTo(0.0220391, 7);
		expect(slope.deviance).toBeCloseTo(29.65352, 5);
		expect(slope.dispersion).toBeCloseTo(2.403942, 5);
		expect(slope.standardError).toBeCloseTo(0.0341709, 7);
		expect(slope.interval[0]).toBeCloseTo(1.1997001, 7);
		expect(slope.interval[1]).toBeCloseTo(1.3923257, 7);
	});

	it('is the same for years by their number and by their place', () => {
		const points = [64, 62, 40, 60, 57, 55, 60, 61].map((count, at) => ({ count, at }));
		const at = (first: number) =>
			slopeOf(
				fitSlope(
					points.map(({ count, at: time }) => ({ time: first + time, count, exposure: 5 })),
					0.1
				)
			);
		expect(at(2017).beta).toBeCloseTo(at(0).beta, 9);
		expect(at(2017).standardError).toBeCloseTo(at(0).standardError, 9);
	});

	it('is not given for too little data', () => {
		const years = (counts: number[]): SeriesPoint[] =>
			counts.map((count, time) => ({ time, count, exposure: 1 }));
		expect(fitSlope(years([9, 9, 9, 9]), 0)).toEqual({ missing: 'too-few-points' });
		expect(fitSlope(years([4, 4, 4, 4, 3]), 0)).toEqual({ missing: 'too-few-events' });
		expect(fitSlope(years([0, 0, 0, 0, 0, 0]), 0)).toEqual({ missing: 'too-few-events' });
		const unknown = years([9, 9, 9, 9, 9]).map((point) => ({ ...point, exposure: 0 }));
		expect(fitSlope(unknown, 0)).toEqual({ missing: 'too-few-points' });
	});
});
