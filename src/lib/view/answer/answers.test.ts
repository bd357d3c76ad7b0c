import { afterEach, describe, expect, it } from 'vitest';
import { trendCode } from '#lib/domain/map-class.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { mergedSource } from '../fixtures/merged-source.ts';
import type { SentTrendSummary } from '../trend-summary-wire.ts';
import { answerText, listNames, type ClassesAct } from './answer-part.ts';
import { statusAnswer, type AnswerView } from './status-answer.ts';
import { summaryAnswer } from './summary-answer.ts';
import { trendAnswer, type NamedIndicator } from './trend-answer.ts';

const MONTH = 24_000;
const LEADING: NamedIndicator = {
	nameVi: 'Phạm pháp hình sự',
	nameEn: 'Recorded crimes',
	unitVi: 'vụ',
	unitEn: 'cases'
};

function viewOf(change: Partial<AnswerView> = {}): AnswerView {
	return {
		source: mergedSource(MONTH),
		month: MONTH,
		firstMonth: MONTH,
		scope: undefined,
		included: () => true,
		...change
	};
}

function summaryOf(place: 'below' | 'within' | 'above' | undefined): SentTrendSummary {
	const expected = place && { mean: 340, low: 300, high: 380, place };
	return {
		judged: 2,
		falling: 0,
		rising: 0,
		unclear: 2,
		byChance: 1,
		surviving: [],
		year: { now: 341, base: 346, units: 45, ofUnits: 45, ...(expected ? { expected } : {}) }
	};
}

afterEach(() => overwriteGetLocale(() => 'vi'));

describe('the answer on status', () => {
	it('says approved, transformed, kept and relapsed, and names who relapsed', () => {
		expect(answerText(statusAnswer(viewOf()))).toBe(
			'Từ 2000: 3 xã được phê duyệt, 2 đạt (66,67 %). Đến nay 1 giữ được, 1 tái phức tạp: B.'
		);
		overwriteGetLocale(() => 'en');
		expect(answerText(statusAnswer(viewOf()))).toBe(
			'Since 2000: 3 communes approved, 2 transformed (66.67 %). To date 1 has kept it, 1 relapsed: B.'
		);
	});

	it('leads each part to the communes that it counts', () => {
		const acts = statusAnswer(viewOf()).flatMap(({ text, act }) => (act ? [[text, act.is]] : []));
		expect(acts).toEqual([
			['3 xã', 'classes'],
			['2 đạt', 'classes'],
			['1 giữ được', 'classes'],
			['1 tái phức tạp', 'classes'],
			['B', 'unit']
		]);
	});

	it('counts what is in the chosen district only, and names it', () => {
		const view = viewOf({ scope: 'Huyện A', included: (row) => row === 1 });
		expect(answerText(statusAnswer(view))).toBe(
			'Huyện A: 1 xã được phê duyệt, chưa xã nào được công nhận đạt.'
		);
		const none = viewOf({ scope: 'Huyện A', included: () => false });
		expect(answerText(statusAnswer(none))).toContain('Huyện A: Chưa có xã nào được phê duyệt');
	});
});

describe('the answer on trends', () => {
	const words = (view: AnswerView, summary: SentTrendSummary | undefined, last: number | null) =>
		answerText(trendAnswer(view, summary, LEADING, last));

	it('says both counts first, then whether that was to be expected', () => {
		for (const [place, said] of [
			['within', 'trong mức dự kiến'],
			['below', 'thấp hơn mức dự kiến'],
			['above', 'cao hơn mức dự kiến']
		] as const) {
			expect(words(viewOf(), summaryOf(place), MONTH)).toBe(
				`Phạm pháp hình sự toàn tỉnh: 341 vụ trong 12 tháng, cùng kỳ 346; ${said}. Không xã nào giảm rõ hay tăng rõ.`
			);
		}
	});

	it('says counts alone where too few years went before, and nothing of a percentage', () => {
		const text = words(viewOf(), summaryOf(undefined), MONTH);
		expect(text).not.toContain('dự kiến');
		expect(text).not.toContain('%');
	});

	it('names only communes whose change is clear: signs of one are not enough', () => {
		expect(words(viewOf(), summaryOf('within'), MONTH)).not.toContain('Mới');
		const view = viewOf();
		const codes = [trendCode('falling'), trendCode('rising')];
		view.source.matrices.trend?.codes.set(codes);
		expect(words(view, summaryOf('within'), MONTH)).toContain('Giảm rõ ở Mới; tăng rõ ở Cũ.');
		view.source.matrices.trend?.codes.set([trendCode('falling'), trendCode('unclear')]);
		expect(words(view, summaryOf('within'), MONTH)).toContain(
			'Giảm rõ ở Mới; không xã nào tăng rõ.'
		);
	});

	it('says that a month is not reported, and that there are too few months', () => {
		expect(words(viewOf(), summaryOf('within'), MONTH - 1)).toMatch(/chưa có báo cáo\.$/);
		const view = viewOf();
		view.source.matrices.trend?.codes.fill(255);
		expect(words(view, undefined, MONTH)).toBe('Chưa đủ 24 tháng số liệu để so sánh.');
	});
});

describe('the answer of the summary', () => {
	it('lists communes with signs of a rise by where they stand in the programme', () => {
		expect(answerText(summaryAnswer(viewOf()))).toBe('Còn phức tạp và có dấu hiệu tăng: Mới.');
		const view = viewOf();
		view.source.matrices.trend?.codes.fill(trendCode('unclear'));
		expect(answerText(summaryAnswer(view))).toBe('Không xã nào có dấu hiệu tăng.');
	});
});

describe('names in a sentence', () => {
	const all: ClassesAct = { is: 'classes', codes: [1], label: 'x' };
	const named = (count: number) =>
		Array.from({ length: count }, (_, at) => ({ name: `X${at}`, unitId: at }));

	it('are listed up to three, then counted', () => {
		expect(answerText(listNames(named(3), all, ' và '))).toBe('X0, X1 và X2');
		expect(listNames(named(12), all, ' và ')).toEqual([{ text: '12 xã', act: all }]);
	});
});
