import { describe, expect, it } from 'vitest';
import { poissonProbability } from '../evidence/fixtures/poisson.ts';
import { randomGamma, randomPoisson, seededRandom } from '../evidence/random.ts';
import { cusumReference, findAlarm, runCusum } from './cusum.ts';
import { FALSE_ALARM_SHARE, WATCH_RATIOS, watchSeries } from './watch.ts';

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

/**
 * The exact chance that a CUSUM passes its limit: the sum after a month is decided by how many months ago it
 * was zero and what was counted since, so that its distribution can be carried on from month to month.
 */
function chanceOfPassing(
	mean: number,
	ratio: number,
	direction: 'rise' | 'fall',
	limit: number,
	months: number
): number {
	const step = cusumReference(1, WATCH_RATIOS[direction]) * mean;
	const sign = direction === 'rise' ? 1 : -1;
	const most = 80;
	const chances = Array.from({ length: most }, (_, count) =>
		poissonProbability(count, mean * ratio)
	);
	let states = new Map([['0 0', { since: 0, counted: 0, chance: 1 }]]);
	let passed = 0;
	for (let month = 0; month < months; month++) {
		const next: typeof states = new Map();
		for (const { since, counted, chance } of states.values()) {
			chances.forEach((each, count) => {
				const state = { since: since + 1, counted: counted + count };
				const sum = sign * (state.counted - state.since * step);
				if (sum > limit) passed += chance * each;
				else {
					const kept = sum > 0 ? state : { since: 0, counted: 0 };
					const key = `${kept.since} ${kept.counted}`;
					const before = next.get(key)?.chance ?? 0;
					next.set(key, { ...kept, chance: before + chance * each });
				}
			});
		}
		states = next;
	}
	return passed;
}

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

	/** A commune with so many events in two years, watched for three. */
	const baseline = { count: 24, exposure: 24 * MONTH };
	const expected = (PRIOR.alpha + baseline.count) / (PRIOR.beta + baseline.exposure);
	/** The threshold rests on months and baseline, not on what was counted: a wild count brings it out. */
	const thresholdOf = (direction: 'rise' | 'fall') => {
		const months = Array.from({ length: 36 }, (_, at) => ({
			count: direction === 'rise' && at === 35 ? 999 : 0,
			exposure: MONTH
		}));
		const found = watchSeries({ baseline, months }, PRIOR, direction, 1);
		return found?.threshold ?? expect.fail('no alarm');
	};
	const passes = (
		rate: number,
		random: () => number,
		direction: 'rise' | 'fall',
		limit: number
	) => {
		const counts = Array.from({ length: 36 }, () => randomPoisson(rate * MONTH, random));
		const steady = counts.map(() => expected * MONTH);
		return runCusum(counts, steady, WATCH_RATIOS[direction]).highest > limit;
	};

	it.each([
		['rise', 1.5],
		['rise', 2],
		['rise', 3],
		['fall', 0.5],
		['fall', 0.25]
	] as const)('finds a %s to %s times as much as often as theory says', (direction, ratio) => {
		const limit = thresholdOf(direction);
		const random = seededRandom(31);
		const runs = 6000;
		let alarms = 0;
		for (let run = 0; run < runs; run++) {
			if (passes(expected * ratio, random, direction, limit)) alarms++;
		}
		const power = chanceOfPassing(expected * MONTH, ratio, direction, limit, 36);
		expect(power).toBeGreaterThan(FALSE_ALARM_SHARE);
		expect(Math.abs(alarms / runs - power)).toBeLessThan(0.02);
	});

	it.each(['rise', 'fall'] as const)(
		'has the stated share of false alarms of a %s over all rates that the baseline allows',
		(direction) => {
			const limit = thresholdOf(direction);
			const random = seededRandom(32);
			const runs = 6000;
			let alarms = 0;
			for (let run = 0; run < runs; run++) {
				const shape = PRIOR.alpha + baseline.count;
				const rate = randomGamma(shape, random) / (PRIOR.beta + baseline.exposure);
				if (passes(rate, random, direction, limit)) alarms++;
			}
			expect(Math.abs(alarms / runs - FALSE_ALARM_SHARE)).toBeLessThan(0.02);
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
