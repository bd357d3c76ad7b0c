import { describe, expect, it } from 'vitest';
import { randomGamma, randomPoisson, seededRandom } from '../evidence/random.ts';
import { cusumReference, findAlarm, runCusum } from './cusum.ts';
import { FALSE_ALARM_SHARE, watchSeries } from './watch.ts';

/** Communes with 2.6 events a year for 5,000 people, some with more and some with less. */
const PRIOR = { mean: 0.00052, alpha: 2, beta: 2 / 0.00052 };
const MONTH = 5000 / 12;

const draw = (random: () => number, level: number, after = level) => ({
	baseline: { count: randomPoisson(level * 24 * MONTH, random), exposure: 24 * MONTH },
	months: Array.from({ length: 36 }, () => ({
		count: randomPoisson(after * MONTH, random),
		exposure: MONTH
	}))
});

describe('CUSUM', () => {
	it('has the reference value between both rates', () => {
		expect(cusumReference(1, 2)).toBeCloseTo(1.442695, 6);
		expect(cusumReference(4, 6)).toBeCloseTo(4.932607, 6);
		expect(cusumReference(1, 0.5)).toBeCloseTo(0.721348, 6);
	});

	it('says when it alarmed and when the rise began', () => {
		const run = runCusum([1, 0, 2, 3, 4, 3], [1, 1, 1, 1, 1, 1], 2);
		expect(findAlarm(run, 3)).toEqual({ at: 4, since: 2 });
		expect(findAlarm(run, 99)).toBeUndefined();
	});

	it('looks for a fall with a ratio below 1', () => {
		expect(runCusum([0, 0, 0], [2, 2, 2], 0.5).sums.at(-1)).toBeCloseTo(3 * 2 * 0.721348, 5);
		expect(runCusum([2, 2, 2], [2, 2, 2], 0.5).highest).toBe(0);
	});
});

describe('watch', () => {
	it.each(['rise', 'fall'] as const)(
		'alarms of a %s no oftener than stated where nothing changes',
		(direction) => {
			const random = seededRandom(5);
			const communes = 400;
			let alarms = 0;
			for (let commune = 0; commune < communes; commune++) {
				const level = randomGamma(PRIOR.alpha, random) / PRIOR.beta;
				if (watchSeries(draw(random, level), PRIOR, direction, commune)) alarms++;
			}
			// Two standard errors of 400 draws: 2.2 points.
			expect(alarms / communes).toBeLessThan(FALSE_ALARM_SHARE + 0.022);
		}
	);

	it('notices a commune whose crimes triple, and about when that began', () => {
		const baseline = { count: 24, exposure: 24 * MONTH };
		const months = Array.from({ length: 36 }, (_, at) => ({
			count: at < 12 ? 1 : 3,
			exposure: MONTH
		}));
		const found = watchSeries({ baseline, months }, PRIOR, 'rise') ?? expect.fail('no alarm');
		expect(Math.abs(found.since - 12)).toBeLessThanOrEqual(1);
		expect(found.at).toBeLessThan(24);
		expect(found.recorded).toBe(3 * (36 - found.since));
		expect(found.expected).toBeLessThan(found.recorded / 2);
		expect(found).toEqual(watchSeries({ baseline, months }, PRIOR, 'rise'));
	});

	it('notices that nothing is recorded any more where much was', () => {
		const baseline = { count: 60, exposure: 24 * MONTH };
		const months = Array.from({ length: 24 }, (_, at) => ({
			count: at < 6 ? 3 : 0,
			exposure: MONTH
		}));
		const found = watchSeries({ baseline, months }, PRIOR, 'fall') ?? expect.fail('no alarm');
		expect(found.recorded).toBe(0);
		expect(watchSeries({ baseline, months }, PRIOR, 'rise')).toBeUndefined();
	});

	it('does not call a quiet commune that stays quiet', () => {
		const baseline = { count: 0, exposure: 24 * MONTH };
		const months = Array.from({ length: 36 }, () => ({ count: 0, exposure: MONTH }));
		expect(watchSeries({ baseline, months }, PRIOR, 'rise')).toBeUndefined();
		expect(watchSeries({ baseline, months }, PRIOR, 'fall')).toBeUndefined();
	});
});
