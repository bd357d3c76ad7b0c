import { afterEach, describe, expect, it } from 'vitest';
import { estimateRatio } from '#lib/domain/effect/ratio.ts';
import type { EffectObstacle, RingStudy, Study } from '#lib/domain/effect/study-types.ts';
import { FUNNEL_PLACES, TREND_CLASSES, TREND_QUESTIONS } from '#lib/domain/evidence/classes.ts';
import { chanceFell } from '#lib/domain/evidence/change-model.ts';
import { funnelLimits, type FunnelPosition } from '#lib/domain/evidence/funnel.ts';
import type { Slope } from '#lib/domain/evidence/slope.ts';
import { trendClassOf, type Trend } from '#lib/domain/evidence/trend.ts';
import { ABSENCES } from '#lib/domain/observation.ts';
import { toMonth } from '#lib/domain/period.ts';
import type { WatchAlarm } from '#lib/domain/watch/watch-log.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import {
	chartCaption,
	effectNumbers,
	effectSentence,
	ringNumbers,
	ringSentence,
	shortHistoryText
} from './effect-text.ts';
import { forecastOutcome, forecastSentence } from './forecast-text.ts';
import { funnelNumbers, funnelSentence } from './funnel-text.ts';
import { slopeText } from './slope-text.ts';
import { powerlessText, trendNumbers, trendSentence, type TrendSubject } from './trend-text.ts';
import { alarmSentence, endText, quietSentence } from './watch-text.ts';

const LOCALES = ['vi', 'en'] as const;
const say = <T>(locale: 'vi' | 'en', text: () => T): T => {
	overwriteGetLocale(() => locale);
	return text();
};
afterEach(() => overwriteGetLocale(() => 'vi'));

/** All that was said in the first two layers, to be looked through for words that do not belong there. */
const said: Record<'vi' | 'en', Set<string>> = { vi: new Set(), en: new Set() };
function both(text: () => string | undefined): { vi: string; en: string } {
	const [vi, en] = LOCALES.map((locale) => {
		const words = say(locale, text) ?? '';
		expect(words).not.toMatch(/NaN|undefined|Infinity|\{|\}/);
		said[locale].add(words);
		return words;
	});
	return { vi: vi!, en: en! };
}

const AT = toMonth(2026, 9);
const window = (count: number, years: number, to: number) => ({
	from: to - 12 * years + 1,
	to,
	count,
	exposure: 5000 * years,
	months: 12 * years,
	weight: years
});
function trendOf(before: number, now: number, { years = 1, noise = 0.04 } = {}): Trend {
	const windows = { now, before, ratio: 1 / years, noise };
	const probabilityFalling = chanceFell(windows);
	return {
		class: trendClassOf(probabilityFalling),
		probabilityFalling,
		windows,
		now: window(now, 1, AT),
		base: window(before, years, AT - 12),
		noise: { v: 0.02, assumed: false }
	};
}
const subject = (fields: Partial<TrendSubject> = {}): TrendSubject => ({
	name: 'Xã Mường Nhé',
	base: 'same-period',
	question: 'own',
	calendar: 'calendar',
	detected: false,
	...fields
});
const classed = (of: Trend['class']): Trend => ({ ...trendOf(3, 3), class: of });

describe('a trend', () => {
	it.each([
		[
			'falling',
			'own',
			'Xã Mường Nhé: số vụ giảm so với cùng kỳ, vượt mức biến động thường thấy.',
			'cases fell against the same period last year, by more than usually varies.'
		],
		[
			'leaning-falling',
			'own',
			'số vụ có dấu hiệu giảm so với cùng kỳ, nhưng chưa đủ chắc chắn.',
			'signs of a fall in cases against the same period last year, not certain enough.'
		],
		[
			'unclear',
			'own',
			'chưa thể nói số vụ tăng hay giảm so với cùng kỳ; như vậy không có nghĩa là ổn định.',
			'this does not mean stable.'
		],
		[
			'leaning-rising',
			'own',
			'số vụ có dấu hiệu tăng so với cùng kỳ, nhưng chưa đủ chắc chắn.',
			'signs of a rise in cases'
		],
		[
			'rising',
			'own',
			'số vụ tăng so với cùng kỳ, vượt mức biến động thường thấy.',
			'cases rose against the same period last year, by more than usually varies.'
		],
		[
			'falling',
			'province',
			'giảm nhiều hơn (hoặc tăng ít hơn) mặt bằng chung của tỉnh',
			'fell more (or rose less) than the province as a whole'
		],
		[
			'leaning-falling',
			'province',
			'có dấu hiệu giảm nhiều hơn (hoặc tăng ít hơn)',
			'not certain enough'
		],
		[
			'unclear',
			'province',
			'chưa thấy khác mặt bằng chung của tỉnh',
			'not told apart from the province as a whole'
		],
		[
			'leaning-rising',
			'province',
			'có dấu hiệu tăng nhiều hơn (hoặc giảm ít hơn)',
			'not certain enough'
		],
		[
			'rising',
			'province',
			'tăng nhiều hơn (hoặc giảm ít hơn) mặt bằng chung của tỉnh',
			'rose more (or fell less) than the province as a whole'
		]
	] as const)('of class %s, question %s', (of, question, vi, en) => {
		const text = both(() => trendSentence({ trend: classed(of) }, subject({ question })));
		expect(text.vi).toContain(vi);
		expect(text.en).toContain(en);
		// The words of one direction never stand in a sentence of the other, nor either in an unclear one.
		const fell = /fell against|số vụ giảm so/;
		expect(fell.test(`${text.vi} ${text.en}`)).toBe(of === 'falling' && question === 'own');
	});

	it('before approval says that it proves nothing', () => {
		const text = both(() =>
			trendSentence({ trend: classed('falling') }, subject({ base: 'before-approval' }))
		);
		expect(text.vi).toContain('chưa phải là bằng chứng');
		expect(text.en).toContain('no proof');
	});

	it.each(ABSENCES)('that is missing says why: %s', (missing) => {
		const text = both(() => trendSentence({ missing }, subject()));
		expect(text.vi).toMatch(/^Xã Mường Nhé: chưa so sánh được vì .+\.$/);
		expect(text.en).toMatch(/cannot be compared: .+\.$/);
	});

	it('has numbers as strong as its counts', () => {
		const numbers = (trend: Trend, fields = {}) => both(() => trendNumbers(trend, subject(fields)));
		expect(numbers(trendOf(20, 6)).vi).toBe(
			'12 tháng đến 09/2026: 6 vụ; cùng kỳ: 20 vụ (giảm 14 vụ). Sau khi trừ biến động thường thấy, mức hiện nay bằng khoảng 53 % mức trước (từ 30 % đến 93 %). Khả năng đã giảm: 97 %.'
		);
		expect(numbers(trendOf(70, 35)).vi).toContain('(giảm 35 vụ = 50 %)');
		expect(numbers(trendOf(1349, 1200)).en).toContain('(149 fewer = 11 %)');
		expect(numbers(trendOf(1349, 1200)).en).not.toContain('11.05');
		expect(numbers(trendOf(300, 20)).vi).toContain('Khả năng đã giảm: trên 99 %.');
		expect(numbers(trendOf(4, 40)).en).toContain('Chance that it fell: below 1 %.');
		expect(numbers(trendOf(30, 10, { years: 3 }), { base: 'three-years' }).vi).toContain(
			'trung bình ba năm trước: 10,0 vụ (không đổi)'
		);
		expect(numbers(trendOf(24, 10, { years: 2 }), { base: 'before-approval' }).vi).toContain(
			'trung bình một năm trước khi phê duyệt: 12,0 vụ (giảm 2 vụ = 17 %)'
		);
	});

	it('names the months that are lacking', () => {
		const trend = trendOf(20, 6);
		trend.now.months = 10;
		expect(both(() => trendNumbers(trend, subject())).vi).toContain('Số liệu 10/12 tháng.');
	});

	it('of so few cases that nothing could ever be told says so', () => {
		const text = both(() => powerlessText(trendOf(3, 1)));
		expect(text.vi).toBe(
			'Với khoảng 3,0 vụ một năm, ngay cả khi không còn vụ nào cũng chưa đủ để kết luận trong một năm.'
		);
		expect(both(() => powerlessText(trendOf(40, 20))).vi).toBe('');
	});

	it('of cases that rest on detection speaks of detected cases', () => {
		for (const of of TREND_CLASSES) {
			for (const question of TREND_QUESTIONS) {
				const text = both(() =>
					trendSentence({ trend: classed(of) }, subject({ question, detected: true }))
				);
				expect(text.vi).toContain('số vụ phát hiện');
				expect(text.en).toContain('cases detected');
			}
		}
	});
});

describe('a slope', () => {
	const slope = (annualRatio: number, low: number, high: number) => ({
		slope: { annualRatio, interval: [low, high], points: 8 } as unknown as Slope
	});
	it.each([
		[
			slope(0.8676, 0.7631, 0.9865),
			'Trong 8 năm, mỗi năm số vụ giảm khoảng 13 % (từ 1 đến 24 %).',
			'Over 8 years cases fell by about 13 % a year (1–24 %).'
		],
		[
			slope(1.1, 1.02, 1.19),
			'mỗi năm số vụ tăng khoảng 10 % (từ 2 đến 19 %).',
			'rose by about 10 % a year (2–19 %).'
		],
		[
			slope(0.95, 0.9, 1.01),
			'chưa thấy xu hướng rõ của số vụ (mỗi năm có thể từ giảm 10 % đến tăng 1 %).',
			'no clear direction (from 10 % down to 1 % up a year).'
		],
		[
			{ missing: 'too-few-points' as const },
			'không đủ dữ liệu (cần ít nhất 5 năm',
			'not enough data (at least five years'
		],
		[
			{ missing: 'too-few-events' as const },
			'không đủ dữ liệu (cần ít nhất 20 vụ)',
			'not enough data (at least 20 cases'
		]
	])('says what the interval allows', (result, vi, en) => {
		const text = both(() =>
			slopeText(
				result,
				say('vi', () => 'số vụ')
			)
		);
		expect(text.vi).toContain(vi);
		expect(both(() => slopeText(result, 'cases')).en).toContain(en);
	});
});

describe('a commune against the province', () => {
	const position = (place: FunnelPosition['place'], expected = 10): FunnelPosition => ({
		count: 12,
		expected,
		place,
		limits: funnelLimits(expected, { years: 0.02, communes: 0.1 })
	});
	it.each(FUNNEL_PLACES)('that lies %s', (place) => {
		const text = both(() => funnelSentence(position(place)));
		expect(/chưa khác/i.test(text.vi)).toBe(place === 'within');
		expect(/not told apart/i.test(text.en)).toBe(place === 'within');
		expect(/cao/i.test(text.vi)).toBe(place.includes('above'));
		expect(/khác hẳn/.test(text.vi)).toBe(place.startsWith('far'));
		both(() => funnelNumbers(position(place)));
	});
	it('with few cases cannot be shown to be low', () => {
		const few = { ...position('within', 2), count: 0 };
		expect(both(() => funnelSentence(few)).vi).toContain('Quá ít vụ để biết');
		expect(both(() => funnelSentence(position('within'))).vi).not.toContain('Quá ít vụ');
	});
});

describe('the effect', () => {
	const arms = (before: number, after: number, count: number) =>
		Array.from({ length: count }, (_, at) => ({
			unitId: at,
			before: before + (at % 3),
			after: after + ((at + 1) % 3)
		}));
	const study = (fields: Partial<Study>): Study => {
		const [treated, controls] = [arms(10, 6, 20), arms(10, 9, 40)];
		return {
			frame: '2020-01-01',
			years: [],
			approvals: { from: AT - 60, to: AT - 60 },
			before: { from: AT - 108, to: AT - 85 },
			after: { from: AT - 48, to: AT - 25 },
			treated,
			controls,
			left: [],
			blocks: [],
			preCheck: 'passed',
			certainty: 'quite-sure',
			outcome: 'fell',
			ratio: estimateRatio(treated, controls)!,
			...fields
		};
	};
	const sentence = (fields: Partial<Study>) => both(() => effectSentence(study(fields), 'số vụ'));

	it('that is a fall or a rise has the cases and how sure it is', () => {
		const fell = sentence({ outcome: 'fell' });
		expect(fell.vi).toMatch(
			/^Ở 20 xã được chuyển hóa, số vụ giảm nhiều hơn .*ít hơn khoảng \d+ vụ so với mức dự kiến\. Mức độ chắc chắn: khá chắc\.$/
		);
		expect(fell.en).toMatch(
			/fell more than in communes not approved: about \d+ fewer than expected\. How sure: quite\./
		);
		const rose = sentence({ outcome: 'rose', certainty: 'sure' });
		expect(rose.vi).toContain('giảm ít hơn hoặc tăng');
		expect(rose.en).toContain('fell less or rose');
	});

	it('that is none says within what', () => {
		expect(sentence({ outcome: 'same' }).vi).toBe(
			'Không khác đáng kể so với các xã chưa được phê duyệt (chênh lệch không quá 25 %).'
		);
	});

	it.each<[EffectObstacle, string, string]>([
		['too-wide', 'số liệu phù hợp cả với giảm', 'both possible'],
		[
			'short-history',
			'số liệu trước khi phê duyệt quá ngắn',
			'too little is known from before approval'
		],
		['moved-apart', 'hai nhóm xã đã diễn biến khác nhau', 'had moved apart'],
		['too-recent', 'chưa đủ một năm số liệu', 'not yet a whole year'],
		['too-few-treated', 'cần ít nhất 5', 'at least 5 are needed'],
		['too-few-controls', 'cần ít nhất 10', 'at least 10 are needed'],
		['too-few-cases', 'có quá ít vụ', 'too few cases']
	])('that cannot be told says why: %s', (obstacle, vi, en) => {
		const text = sentence({ outcome: 'cannot-tell', obstacle });
		expect(text.vi).toMatch(/^Chưa thể kết luận/);
		expect(text.vi).toContain(vi);
		expect(text.en).toMatch(/^Cannot be told/);
		expect(text.en).toContain(en);
	});

	it('says how much more is needed, and who was taken out', () => {
		const wide = { outcome: 'cannot-tell', obstacle: 'too-wide' } as const;
		expect(sentence({ ...wide, yearsNeeded: 4 }).vi).toContain('Cần thêm khoảng 4 năm');
		expect(sentence({ ...wide, yearsNeeded: 11 }).vi).toContain('hơn 10 năm');
		const left = [1, 2].map((unitId) => ({ unitId, reason: 'taken-out' as const }));
		expect(sentence({ left }).vi).toContain('Đã bỏ 2 xã chưa được phê duyệt khỏi so sánh');
	});

	it('has its numbers, and of a short history both ends', () => {
		both(() => effectNumbers(study({}), 'calendar'));
		const short = { window: { from: 1, to: 9 }, plain: 0.6, drawnBack: 0.9, mayFall: 0.3 };
		const text = both(() => shortHistoryText(study({ short })));
		expect(text.vi).toBe(
			'Nếu xã được chọn vì mức lâu dài: số vụ bằng 0,6 lần mức dự kiến; nếu chọn vì những tháng xấu: bằng 0,9 lần. Cả hai đều chưa phải là kết luận. Nếu được chọn theo số vụ các tháng cuối thì có thể tự giảm tới 30 %.'
		);
		for (const preCheck of ['passed', 'failed', 'not-possible'] as const) {
			both(() => chartCaption(study({ preCheck })));
		}
	});

	it('on the ring has three outcomes', () => {
		const ratio = estimateRatio(arms(4, 9, 8), arms(5, 5, 20))!;
		const ring = (outcome: RingStudy['outcome']) =>
			both(() => ringSentence({ outcome, communes: 8, ratio }, 'số vụ'));
		expect(ring('moved').vi).toContain('có thể tội phạm đã chuyển sang');
		expect(ring('no-sign').vi).toContain('nếu có, tăng dưới 20 %');
		expect(ring('cannot-tell').vi).toContain('Chưa thể nói');
		both(() => ringNumbers({ outcome: 'moved', communes: 8, ratio, withoutRing: ratio }));
		both(() => ringNumbers({ outcome: 'cannot-tell', communes: 2 }));
	});
});

describe('the watch list', () => {
	const alarm: WatchAlarm = {
		direction: 'rise',
		firstSeen: AT - 3,
		recorded: 14,
		usual: 4.2,
		chance: 0.004
	};
	const alarmText = (fields: Partial<WatchAlarm>, detected = false) =>
		both(() => alarmSentence({ ...alarm, ...fields }, 'Xã A', detected, 'calendar'));
	it('asks to check for relapse, or the recording', () => {
		expect(alarmText({}).vi).toBe(
			'Xã A: 12 tháng qua ghi nhận 14 vụ, thường chỉ khoảng 4,2; cần kiểm tra nguy cơ tái phức tạp (nêu lần đầu 06/2026).'
		);
		expect(alarmText({ direction: 'fall', recorded: 1 }).vi).toContain(
			'cần kiểm tra việc thống kê, báo cáo'
		);
		expect(alarmText({ direction: 'fall' }).en).toContain('recording to be checked');
		expect(alarmText({}, true).vi).not.toMatch(/tái phức tạp/);
	});
	it('says what it could notice, and where it cannot', () => {
		const power = { high: 9, low: 1, doubling: 0.42, halving: 0.2 };
		const quiet = (fields: object) =>
			both(() => quietSentence({ power, recognised: '2019-01-01', ...fields }, 'Xã A'));
		expect(quiet({}).vi).toContain('khả năng phát hiện trong một năm là 42 %');
		expect(quiet({ power: { ...power, doubling: 0.09 } }).vi).toContain(
			'không thể phát hiện thay đổi'
		);
		expect(quiet({ power: undefined }).vi).toBe('Chưa thấy thay đổi cần kiểm tra.');
	});
	it('keeps how an alarm ended', () => {
		const acknowledged = [
			{
				id: 1,
				unitId: 7,
				direction: 'rise' as const,
				firstSeen: '2026-06',
				acknowledgedIn: '2026-08',
				reason: 'Đã xuống cơ sở',
				writtenBy: 'Lò Văn An',
				writtenAt: '2026-09-02'
			}
		];
		const end = (by: 'usual' | 'acknowledged' | 'status') =>
			both(() =>
				endText({ ...alarm, ended: { month: AT - 1, by } }, 7, { acknowledged }, 'calendar')
			).vi;
		expect(end('usual')).toBe('Đã trở lại mức thường từ 08/2026.');
		expect(end('acknowledged')).toBe('Lò Văn An đã kiểm tra (08/2026): Đã xuống cơ sở');
		expect(end('status')).toContain('Trạng thái của xã đã thay đổi');
	});
});

it('a forecast says that nothing else is to change, and what came', () => {
	const forecast = { mean: 7.4, low: 1, high: 16 };
	expect(both(() => forecastSentence(forecast, 'Xã A')).vi).toBe(
		'Nếu không có gì khác đi, 12 tháng tới Xã A có khoảng 7,4 vụ (từ 1 đến 16).'
	);
	expect(both(() => forecastOutcome(17, forecast)).vi).toContain('cao hơn mức dự kiến');
	expect(both(() => forecastOutcome(0, forecast)).en).toContain('below what was expected');
	expect(both(() => forecastOutcome(16, forecast)).en).toContain('within what was expected');
});

describe('the first two layers', () => {
	const FORBIDDEN = {
		vi: /\b[qp] ?=|CUSUM|WDD|hậu nghiệm|jackknife|hồi quy về trung bình|\bthật\b|thành công|p-value/i,
		en: /\b[qp] ?=|CUSUM|WDD|posterior|jackknife|regression to the mean|\breal(ly)?\b|success|significan/i
	};
	it.each(LOCALES)('have none of the words that do not belong there: %s', (locale) => {
		expect(said[locale].size).toBeGreaterThan(60);
		for (const text of said[locale]) expect(text).not.toMatch(FORBIDDEN[locale]);
	});
});
