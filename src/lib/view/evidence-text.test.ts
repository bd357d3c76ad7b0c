import { TREND_CLASSES, type TrendClass, FUNNEL_PLACES } from '#lib/domain/evidence/classes.ts';
import { afterEach, describe, expect, it } from 'vitest';
import type { Trend } from '#lib/domain/evidence/trend.ts';
import { funnelLimits } from '#lib/domain/evidence/funnel.ts';
import type { Slope, SlopeResult } from '#lib/domain/evidence/slope.ts';
import type { Study } from '#lib/domain/effect/study-types.ts';
import { toMonth } from '#lib/domain/period.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { effectHeadline, effectParagraph, ringText } from './effect-text.ts';
import { funnelText } from './funnel-text.ts';
import { howTrend } from './how-computed.ts';
import { slopeText } from './slope-text.ts';
import { trendFacts } from './trend-facts.ts';
import { alarmEvidence, alarmText, watchAbsenceText } from './watch-text.ts';

const say = <T>(locale: 'vi' | 'en', text: () => T): T => {
	overwriteGetLocale(() => locale);
	return text();
};
afterEach(() => overwriteGetLocale(() => 'vi'));

describe('a trend in words', () => {
	const trend = (of: TrendClass, probability: number, now: number, base: number): Trend => ({
		class: of,
		probabilityFalling: probability,
		rateRatio: 1,
		prior: { alpha: 2, beta: 4000 },
		now: { count: now, exposure: 5000 },
		base: { count: base, exposure: 5000 }
	});
	it('has both tests, with the published values', () => {
		const { test } = say('vi', () => trendFacts(trend('unclear', 0.9, 10, 20), 'same-period'));
		expect(test).toBe('Kiểm định chính xác hai kỳ: p = 0,1; E-test: p = 0,07.');
	});

	it('can be computed again from what is shown', () => {
		const how = say('en', () => howTrend(trend('unclear', 0.9, 10, 20)));
		expect(how.inputs).toEqual([
			'Now: O₁ = 10, P₁ = 5,000 person-years',
			'Base: O₀ = 20, P₀ = 5,000 person-years',
			'Prior of the province: α = 2, β = 4,000'
		]);
	});

	const CASES: Record<TrendClass, { trend: Trend; vi: string[]; en: string[] }> = {
		falling: {
			trend: trend('falling', 0.994, 1200, 1349),
			vi: [
				'Giảm rõ',
				'1.349 → 1.200 vụ, giảm 149 vụ = 11,05 % so với cùng kỳ.',
				'Khả năng giảm thật: 99 %.'
			],
			en: ['Falling', '1,349 → 1,200 cases', 'Probability of a real fall: 99 %.']
		},
		'leaning-falling': {
			trend: trend('leaning-falling', 0.86, 7, 12),
			vi: [
				'Nghiêng về giảm',
				'12 → 7 vụ, giảm 5 vụ = 41,67 % so với cùng kỳ.',
				'Khả năng giảm thật: 86 %.'
			],
			en: ['Leaning to falling', '12 → 7 cases', 'Probability of a real fall: 86 %.']
		},
		unclear: {
			trend: trend('unclear', 0.5, 3, 3),
			vi: [
				'Chưa rõ',
				'3 → 3 vụ',
				'Số liệu chưa đủ để kết luận tăng hay giảm (nghiêng nhất: 50 %).'
			],
			en: ['Unclear', '3 → 3 cases', 'The figures cannot tell a rise from a fall']
		},
		'leaning-rising': {
			trend: trend('leaning-rising', 0.12, 9, 5),
			vi: [
				'Nghiêng về tăng',
				'5 → 9 vụ, tăng 4 vụ = 80 % so với cùng kỳ.',
				'Khả năng tăng thật: 88 %.'
			],
			en: ['Leaning to rising', '5 → 9 cases', 'Probability of a real rise: 88 %.']
		},
		rising: {
			trend: trend('rising', 0.001, 20, 0),
			vi: ['Tăng rõ', '0 → 20 vụ', 'Khả năng tăng thật: > 99 %.'],
			en: ['Rising', '0 → 20 cases', 'Probability of a real rise: > 99 %.']
		}
	};

	it.each(TREND_CLASSES)('of class %s', (of) => {
		for (const locale of ['vi', 'en'] as const) {
			const facts = say(locale, () => trendFacts(CASES[of].trend, 'same-period'));
			const [name, change, evidence] = CASES[of][locale];
			expect(facts.className).toBe(name);
			expect(facts.change).toContain(change);
			expect(facts.evidence).toContain(evidence);
			expect(JSON.stringify(facts)).not.toMatch(/NaN|undefined|Infinity/);
		}
	});
});

describe('a slope in words', () => {
	const slope = (ratio: number, low: number, high: number, quasi = false): SlopeResult => ({
		slope: { annualRatio: ratio, interval: [low, high], quasi, dispersion: 2.4 } as Slope
	});

	it.each([
		[
			slope(0.86763, 0.7828, 0.9616),
			'Xu hướng nhiều năm: mỗi năm giảm 13,24 % (khoảng tin cậy 95 %: −21,72 % đến −3,84 %).',
			'Over the years: falls by 13.24 % a year (95 % interval: −21.72 % to −3.84 %).'
		],
		[
			slope(1.1, 1.02, 1.19),
			'Xu hướng nhiều năm: mỗi năm tăng 10 % (khoảng tin cậy 95 %: +2 % đến +19 %).',
			'Over the years: rises by 10 % a year (95 % interval: +2 % to +19 %).'
		],
		[
			slope(0.95, 0.9, 1.01, true),
			'chưa kết luận được tăng hay giảm (ước mỗi năm −5 %; khoảng tin cậy 95 %: −10 % đến +1 %). Số vụ dao động mạnh hơn ngẫu nhiên (2,4 lần)',
			'neither a rise nor a fall can be told (estimate −5 % a year; 95 % interval: −10 % to +1 %). Cases vary more than chance (2.4 times)'
		],
		[
			{ missing: 'too-few-points' as const },
			'không đủ dữ liệu (cần ít nhất 5 năm',
			'not enough data (five years'
		],
		[
			{ missing: 'too-few-events' as const },
			'không đủ dữ liệu (cần ít nhất 20 vụ)',
			'not enough data (20 cases'
		]
	])('says what the interval allows', (result, vi, en) => {
		expect(say('vi', () => slopeText(result))).toContain(vi);
		expect(say('en', () => slopeText(result))).toContain(en);
	});
});

describe('a commune against the province', () => {
	it.each(FUNNEL_PLACES)('that lies %s', (place) => {
		const funnel = { count: 12, expected: 10.25, limits: funnelLimits(10), place };
		const vi = say('vi', () => funnelText(funnel));
		expect(vi).toContain('12 vụ trong 12 tháng, theo tỷ lệ chung dự kiến 10,25');
		expect(vi).toContain('4–17 (95 %)');
		const en = say('en', () => funnelText(funnel));
		expect(en).toContain('12 cases in 12 months, 10.25 expected');
		expect(/chưa khác/i.test(vi)).toBe(place === 'within');
		expect(/no different/i.test(en)).toBe(place === 'within');
	});
});

describe('what a study found', () => {
	const estimate = (value: number, low: number, high: number) => ({
		...{ value, standardError: 0.1 },
		interval: [low, high] as [number, number]
	});
	const study = (
		ratio: ReturnType<typeof estimate> | undefined,
		more: Partial<Study> = {}
	): Study => ({
		...{ frame: '2017-01-01', lag: 3, left: [], perUnit: 1, years: [] },
		pairs: Array.from({ length: 44 }, (_, unitId) => ({
			...{ unitId, before: 3, after: 2, approved: 0, window: { from: 0, to: 4 }, comparisons: [] }
		})),
		counts: { treatedBefore: 1290, treatedAfter: 860, comparedBefore: 108, comparedAfter: 65 },
		ratio: estimate(0.61, 0.33, 0.95),
		difference: estimate(-19, -45, 7),
		regression: { observed: 1290, expected: 1090, ...(ratio ? { ratio } : {}) },
		...more
	});

	it.each([
		[
			estimate(0.7, 0.55, 0.89),
			/giảm nhiều hơn các xã so sánh/,
			/fell more than those compared with/
		],
		[estimate(1.3, 1.05, 1.6), /giảm ít hơn hoặc tăng nhiều hơn/, /fell less or rose more/],
		[
			estimate(0.9, 0.7, 1.15),
			/khoảng tin cậy chứa 1: số liệu chưa cho thấy/,
			/the interval contains 1/
		]
	])('is said by its interval, with regression to the mean taken out', (ratio, vi, en) => {
		const text = say('vi', () => effectParagraph(study(ratio)));
		expect(text).toMatch(vi);
		expect(text).toContain('1.290 vụ');
		expect(text).toContain('giảm 430 vụ = 33,33 % so với trước phê duyệt');
		expect(text).toContain('có thể giảm khoảng 15,5 % (hồi quy về trung bình)');
		expect(text).not.toMatch(/thành công|NaN|undefined/);
		const english = say('en', () => effectParagraph(study(ratio)));
		expect(english).toMatch(en);
		expect(english).toContain('1,290 cases');
		expect(english).not.toMatch(/success|NaN|undefined/);
	});

	it.each([
		[estimate(0.7, 0.55, 0.89), 'Giảm nhiều hơn các xã so sánh.', /^Fell more/],
		[estimate(1.3, 1.05, 1.6), 'Không giảm bằng các xã so sánh.', /^Did not fall/],
		[estimate(0.9, 0.7, 1.15), 'Chưa thấy khác các xã so sánh.', /^No difference/],
		[undefined, 'Chưa đủ số liệu để trả lời.', /^Not enough data/]
	])('has a few words to be read first', (ratio, vi, en) => {
		expect(say('vi', () => effectHeadline(study(ratio)))).toBe(vi);
		expect(say('en', () => effectHeadline(study(ratio)))).toMatch(en);
	});

	it('is nothing where nothing can be compared', () => {
		expect(say('vi', () => effectParagraph(study(undefined)))).toMatch(
			/^Chưa đủ số liệu để so sánh/
		);
		expect(say('en', () => effectParagraph(study(undefined)))).toMatch(/^There is not enough data/);
	});

	it('names a ring only as moved where its interval says so', () => {
		const ring = (low: number, high: number) => ({
			ring: { communes: 5, before: 10, after: 14, ratio: estimate(1.4, low, high) }
		});
		expect(say('vi', () => ringText(study(undefined, ring(1.1, 1.8))))).toMatch(
			/có thể tội phạm đã dịch chuyển/
		);
		expect(say('en', () => ringText(study(undefined, ring(0.8, 2.1))))).toMatch(
			/no sign that crime moved/
		);
		expect(ringText(study(undefined))).toBeUndefined();
	});
});

describe('an alarm in words', () => {
	const alarm = {
		...{ direction: 'rise' as const, since: toMonth(2022, 4), at: toMonth(2024, 1) },
		...{ recorded: 56, expected: 19.27, sum: 28.2, threshold: 8.7 }
	};
	const baseline = { baseline: { from: toMonth(2020, 4), to: toMonth(2022, 3), count: 7 } };

	it('says since when, how much, and what it rests on', () => {
		expect(say('vi', () => alarmText(alarm, 'calendar'))).toBe(
			'Từ 04/2022 đến nay ghi nhận 56 vụ, theo mức trước đó dự kiến 19,3; báo vào 01/2024.'
		);
		expect(say('en', () => alarmText(alarm, 'calendar'))).toBe(
			'Since 04/2022 56 cases were recorded, 19.3 expected at the level before; alarmed in 01/2024.'
		);
		expect(say('vi', () => alarmEvidence(alarm, baseline, 'calendar'))).toContain(
			'Tổng cộng dồn 28,2, ngưỡng 8,7; mức tính trên 7 vụ'
		);
		expect(say('en', () => alarmEvidence(alarm, baseline, 'calendar'))).toContain(
			'Sum 28.2, threshold 8.7'
		);
	});

	it.each(['too-short', 'not-reported', 'no-population'] as const)(
		'has a reason for %s',
		(absence) => {
			expect(say('vi', () => watchAbsenceText(absence))).not.toBe(
				say('en', () => watchAbsenceText(absence))
			);
		}
	);
});
