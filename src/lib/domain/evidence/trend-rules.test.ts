import { describe, expect, it } from 'vitest';
import type { Absence } from '../observation.ts';
import { toMonth, type Month } from '../period.ts';
import type { TrendBase, TrendQuestion } from './classes.ts';
import { FrameFigures, type UnitFigures } from './frame-figures.ts';
import { trendClassOf, unitTrend, type Trend } from './trend.ts';

const DATA = { from: toMonth(2017, 1), to: toMonth(2023, 12) };
const AT = DATA.to;

/** A commune with a count for each month, but for those that it did not report. */
function unit(
	countIn: (month: Month) => number,
	{ missing = [], ...fields }: Partial<UnitFigures> & { missing?: readonly Month[] } = {}
): UnitFigures {
	const counts = new Map<Month, number>();
	for (let month = DATA.from; month <= DATA.to; month++) {
		if (!missing.includes(month)) counts.set(month, countIn(month));
	}
	return { counts, populationOf: () => 5000, ...fields };
}
const others = Array.from({ length: 12 }, () => unit(() => 1));
const ask = (
	one: UnitFigures,
	base: TrendBase,
	at: Month = AT,
	question: TrendQuestion = 'own',
	around: readonly UnitFigures[] = others
) => unitTrend(new FrameFigures([one, ...around], DATA), 0, at, { base, question });
const trendOf = (...asked: Parameters<typeof ask>): Trend => {
	const result = ask(...asked);
	return 'trend' in result ? result.trend : expect.fail(result.missing);
};
const whyNot = (...asked: Parameters<typeof ask>): Absence | undefined => {
	const result = ask(...asked);
	return 'missing' in result ? result.missing : undefined;
};

describe('classes', () => {
	it.each([
		[1, 'falling'],
		[0.95, 'falling'],
		[0.9499, 'leaning-falling'],
		[0.8, 'leaning-falling'],
		[0.7999, 'unclear'],
		[0.2001, 'unclear'],
		[0.2, 'leaning-rising'],
		[0.0501, 'leaning-rising'],
		[0.05, 'rising'],
		[0, 'rising']
	])('take %f for %s', (probability, trendClass) => {
		expect(trendClassOf(probability)).toBe(trendClass);
	});
});

describe('the windows of a trend', () => {
	const one = unit((month) => month % 3);

	it('are the last twelve months and those of the base, never in the future and never overlapping', () => {
		for (const base of ['same-period', 'three-years', 'before-approval'] as const) {
			for (let at = DATA.from; at <= DATA.to + 3; at++) {
				for (const approvedIn of [undefined, toMonth(2019, 4), toMonth(2022, 11)]) {
					const result = ask({ ...one, approvedIn }, base, at);
					if (!('trend' in result)) continue;
					const { now, base: before } = result.trend;
					expect([now.from, now.to]).toEqual([at - 11, at]);
					expect(before.to).toBeLessThan(now.from);
					expect(before.from).toBeGreaterThanOrEqual(DATA.from);
				}
			}
		}
	});

	it('before approval are two whole years, else one, that leave the year before it out', () => {
		const approvedIn = toMonth(2021, 6);
		expect(trendOf({ ...one, approvedIn }, 'before-approval').base).toMatchObject({
			from: toMonth(2018, 6),
			to: toMonth(2020, 5)
		});
		const early = toMonth(2019, 3);
		expect(trendOf({ ...one, approvedIn: early }, 'before-approval').base).toMatchObject({
			from: toMonth(2017, 3),
			to: toMonth(2018, 2)
		});
		expect(whyNot({ ...one, approvedIn: toMonth(2018, 12) }, 'before-approval')).toBe(
			'before-data'
		);
	});

	it.each<[string, UnitFigures, TrendBase, Month, Absence]>([
		['a base before data', one, 'three-years', toMonth(2020, 11), 'before-data'],
		['a window after data', one, 'same-period', toMonth(2024, 1), 'not-yet-reported'],
		[
			'no population',
			{ ...one, populationOf: () => undefined },
			'same-period',
			AT,
			'no-population'
		],
		['nobody lives there', { ...one, populationOf: () => 0 }, 'same-period', AT, 'no-population'],
		['no approval', one, 'before-approval', AT, 'no-approval'],
		['an approval to come', { ...one, approvedIn: AT + 1 }, 'before-approval', AT, 'no-approval'],
		['a fresh approval', { ...one, approvedIn: AT - 10 }, 'before-approval', AT, 'too-early']
	])('name the reason: %s', (_, input, base, at, missing) => {
		expect(whyNot(input, base, at)).toBe(missing);
	});
});

describe('gaps', () => {
	const months = (count: number) => Array.from({ length: count }, (_, at) => AT - 3 * at);

	it('of up to two months in twelve are left out of count and exposure, and said', () => {
		const { now } = trendOf(
			unit(() => 1, { missing: months(2) }),
			'same-period'
		);
		expect(now).toMatchObject({ months: 10, count: 10 });
		expect(now.exposure).toBeCloseTo((5000 * 10) / 12, 9);
	});

	it('of more are no trend', () => {
		expect(
			whyNot(
				unit(() => 1, { missing: months(3) }),
				'same-period'
			)
		).toBe('not-reported');
	});

	it('do not make a fall of a season that was not reported', () => {
		const seasonal = (month: Month) => (month % 12 < 2 ? 12 : 1);
		const missing = [toMonth(2023, 1), toMonth(2023, 2)];
		const all = Array.from({ length: 12 }, () => unit(seasonal));
		const trend = trendOf(unit(seasonal, { missing }), 'same-period', AT, 'own', all);
		expect(trend.now.count).toBeLessThan(trend.base.count / 2);
		expect(trend.class).toBe('unclear');
	});
});

describe('the question against the province', () => {
	const halved = (month: Month) => (month > AT - 12 ? 4 : 8);

	it('takes a fall of everybody for none', () => {
		const all = Array.from({ length: 12 }, () => unit(halved));
		expect(trendOf(unit(halved), 'same-period', AT, 'own', all).class).toBe('falling');
		const against = trendOf(unit(halved), 'same-period', AT, 'province', all);
		expect(against.windows.ratio).toBeCloseTo(0.5, 9);
		expect(against.class).toBe('unclear');
	});

	it('needs twenty cases of the others in each window', () => {
		const few = [unit((month) => (month % 12 === 0 ? 19 : 0))];
		expect(whyNot(unit(halved), 'same-period', AT, 'province', few)).toBe('too-few-others');
		expect(whyNot(unit(halved), 'same-period', AT, 'province', [])).toBe('too-few-others');
	});
});

describe('what was known then', () => {
	it('is all that a month rests on: later months and populations change no digit', () => {
		const people = (year: number, until: number) => 4000 + 100 * Math.min(year, until);
		const cut = toMonth(2021, 7);
		const whole = [unit((month) => month % 5, { populationOf: people }), ...others];
		const then = whole.map((each) => ({
			...each,
			counts: new Map([...each.counts].filter(([month]) => month <= cut))
		}));
		for (const question of ['own', 'province'] as const) {
			for (const base of ['same-period', 'three-years'] as const) {
				expect(unitTrend(new FrameFigures(whole, DATA), 0, cut, { base, question })).toEqual(
					unitTrend(new FrameFigures(then, { ...DATA, to: cut }), 0, cut, { base, question })
				);
			}
		}
	});

	it('depends neither on the order of communes nor on the unit of populations', () => {
		const whole = [
			unit((month) => month % 5),
			...others.map((each, at) => ({ ...each, populationOf: () => 3000.7 + 411.3 * at }))
		];
		const turned = [whole[0]!, ...whole.slice(1).reverse()];
		const inThousands = whole.map(({ populationOf, ...each }) => ({
			...each,
			populationOf: (year: number, until: number) => populationOf(year, until)! / 1000
		}));
		for (const question of ['own', 'province'] as const) {
			const asked = { base: 'three-years', question } as const;
			const result = unitTrend(new FrameFigures(whole, DATA), 0, AT, asked);
			expect(unitTrend(new FrameFigures(turned, DATA), 0, AT, asked)).toEqual(result);
			const other = unitTrend(new FrameFigures(inThousands, DATA), 0, AT, asked);
			if (!('trend' in result && 'trend' in other)) expect.fail('no trend');
			expect(other.trend.class).toBe(result.trend.class);
			expect(other.trend.probabilityFalling).toBeCloseTo(result.trend.probabilityFalling, 12);
		}
	});
});
