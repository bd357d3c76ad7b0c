import { afterEach, describe, expect, it } from 'vitest';
import type { CandidateFacts } from '#lib/domain/plan/candidate-facts.ts';
import { toMonth } from '#lib/domain/period.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { restInRow, whyOf, whyText } from './plan-why.ts';

afterEach(() => overwriteGetLocale(() => 'vi'));
const SCALE = { provinceRate: 4.5, detected: false, calendar: 'calendar' } as const;
const facts = (change: Partial<CandidateFacts>): CandidateFacts => ({
	cases: { count: 12, countBefore: 12, personYears: 20_000 },
	sites: 5,
	record: [],
	...change
});
const say = (change: Partial<CandidateFacts>) => {
	overwriteGetLocale(() => 'vi');
	return whyText(facts(change), SCALE);
};

describe('why a commune stands where it does', () => {
	it.each<[Partial<CandidateFacts>, string]>([
		[
			{
				cases: { count: 41, countBefore: 30, personYears: 30_000 },
				record: [
					{ name: 'Noong Bua', shown: 'relapsed', since: '2024-04-24' },
					{ name: 'Nam Thanh', shown: 'none' }
				]
			},
			'Tăng 11 vụ. Noong Bua tái phức tạp từ 24/04/2024. Gấp 3 lần mức toàn tỉnh.'
		],
		[
			{ cases: { count: 61, countBefore: 60, personYears: 51_000 } },
			'Gấp 2,7 lần mức toàn tỉnh. Tăng 1 vụ.'
		],
		[
			{ cases: { count: 3, countBefore: 4 }, sites: 0, record: [{ name: 'A', shown: 'none' }] },
			'Giảm 1 vụ. Chưa từng trong diện. Chưa có điểm mô hình.'
		],
		[
			{
				record: [
					{ name: 'A', shown: 'met', since: '2020-03-31' },
					{ name: 'B', shown: 'met', since: '2020-03-31' }
				]
			},
			'Số vụ không đổi. Cả 2 xã cũ đang duy trì: chọn lại phải nêu lý do.'
		],
		[
			{
				record: [
					{ name: 'A', shown: 'met', since: '2019-11-20' },
					{ name: 'B', shown: 'exited', since: '2024-11-15' }
				]
			},
			'Số vụ không đổi. Cả 2 xã cũ đã đạt, 1 đã đưa ra khỏi diện.'
		],
		[
			{ alert: { firstSeen: toMonth(2025, 1), recorded: 10, usual: 3 }, sites: 1 },
			'Có cảnh báo tái phức tạp từ 01/2025. Số vụ không đổi. 1 điểm mô hình.'
		],
		[{ cases: {} }, 'Chưa có số vụ 12 tháng.'],
		[{ cases: { count: 5, countBefore: 3, months: 10 } }, 'Tăng 2 vụ. Số liệu 10/12 tháng.']
	])('%j', (change, expected) => {
		expect(say(change)).toBe(expected);
	});

	it('calls no alert where cases rest on how much the police look', () => {
		const alert = { firstSeen: toMonth(2025, 1), recorded: 10, usual: 3 };
		expect(whyOf(facts({ alert }), { ...SCALE, detected: true }).lead).toBe('Số vụ không đổi');
	});

	it('marks few cases, and leaves out what a row has no room for', () => {
		const why = whyOf(facts({ cases: { count: 9, countBefore: 2 } }), SCALE);
		expect(why.few).toBe(true);
		const [first, second, short] = ['x'.repeat(40), 'y'.repeat(40), 'z'];
		expect(restInRow({ lead: 'Tăng 7 vụ', rest: [first, second, short], few: true })).toEqual([
			first,
			short
		]);
	});
});
