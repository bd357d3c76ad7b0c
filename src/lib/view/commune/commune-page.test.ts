import { afterEach, describe, expect, it } from 'vitest';
import type { Trend } from '#lib/domain/evidence/trend.ts';
import { TREND_CLASSES } from '#lib/domain/evidence/classes.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import { toMonth } from '#lib/domain/period.ts';
import type { ShownStatus } from '#lib/domain/status.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { AroundPiece, CommuneEvidence } from '../evidence-wire.ts';
import { communeLead } from './lead-sentence.ts';
import { standingOf, type Standing } from './standing.ts';
import { roundTicks } from './round-ticks.ts';
import { districtsOf, formerBoundaries } from './unit-facts.ts';
import { yearTitle } from './year-title.ts';

afterEach(() => overwriteGetLocale(() => 'vi'));

const LEADING: Indicator = {
	code: 'C01',
	nameVi: 'Phạm pháp hình sự',
	nameEn: 'Recorded crimes',
	unitVi: 'vụ',
	unitEn: 'cases',
	aggregation: 'sum',
	periodicity: 'month',
	better: 'lower'
};
const piece = (id: number, name: string, status: ShownStatus): AroundPiece => ({
	id,
	name,
	status,
	former: true,
	label: [103, 21]
});
const event = (unitId: number, status: 'approved' | 'met' | 'relapsed', effectiveDate: string) => ({
	id: Number(effectiveDate.replaceAll('-', '')),
	unitId,
	track: 'A',
	status,
	effectiveDate,
	documentNumber: null,
	signatory: null,
	unitName: ''
});
const unit = { id: 9, parentName: null, validTo: null } as CommuneEvidence['details']['unit'];
const evidence = (
	pieces: AroundPiece[],
	events: ReturnType<typeof event>[]
): Pick<CommuneEvidence, 'details' | 'around'> => ({
	details: {
		...({ unit } as CommuneEvidence['details']),
		records: [{ track: 'A', events: events as never }]
	},
	around: [{ id: 9, name: 'Mới', label: [103, 21], pieces }]
});
const textOf = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join('');

describe('where a merged commune stands', () => {
	const events = [
		event(1, 'approved', '2018-01-01'),
		event(1, 'met', '2020-03-31'),
		event(2, 'met', '2020-06-25'),
		event(2, 'relapsed', '2024-04-24')
	];
	const pieces = [
		piece(1, 'Pa Tần', 'met'),
		piece(2, 'Noong Bua', 'relapsed'),
		piece(3, 'C', 'none')
	];
	const standing = standingOf(evidence(pieces, events), 'A', '2026-10-31');

	it('counts who ever was recognised, and says since when it was kept', () => {
		expect(standing).toMatchObject({
			reached: [{ id: 1 }, { id: 2 }],
			kept: [{ id: 1, since: '2020-03-31' }],
			relapsed: [{ id: 2 }],
			open: []
		});
	});

	it('is told with the names of those that relapsed', () => {
		const said = textOf(communeLead(undefined, undefined, standing, 'Phường'));
		expect(said).toBe(
			'2 trong 3 xã cũ đã đạt, sau đó tái phức tạp: Noong Bua; phường mới chưa có hồ sơ chuyển hóa riêng.'
		);
	});

	it('does not know what takes effect later', () => {
		const early = standingOf(
			evidence([{ ...piece(9, 'Mới', 'met'), former: false }], events),
			'A',
			'2020-05-01'
		);
		expect(early).toEqual({ own: 'met', since: '2020-03-31' });
	});
});

describe('what a commune’s page says first', () => {
	const trend = (trendClass: Trend['class']): { trend: Trend } => ({
		trend: {
			class: trendClass,
			now: { count: 10 },
			base: { count: 16 }
		} as Trend
	});
	const none: Standing = { own: 'none', since: undefined };

	it('is as strong as the evidence, in both languages', () => {
		const said = new Set<string>();
		for (const locale of ['vi', 'en'] as const) {
			overwriteGetLocale(() => locale);
			for (const each of TREND_CLASSES) {
				const words = textOf(communeLead(LEADING, trend(each), none, 'Xã'));
				expect(words).not.toMatch(/NaN|undefined|\{|\}|\*/);
				expect(words).toMatch(/10.*16/);
				said.add(words);
			}
		}
		expect(said.size).toBe(10);
	});

	it('says of "unclear" that it is not stable, and of a gap why', () => {
		expect(textOf(communeLead(LEADING, trend('unclear'), none, 'Xã'))).toBe(
			'Chưa thể nói phạm pháp hình sự tăng hay giảm so với cùng kỳ (10 vụ trong 12 tháng, cùng kỳ 16); như vậy không có nghĩa là ổn định. Chưa từng thuộc diện chuyển hóa.'
		);
		expect(textOf(communeLead(LEADING, { missing: 'no-population' }, undefined, 'Xã'))).toBe(
			'Chưa so sánh được với cùng kỳ vì chưa có dân số.'
		);
	});
});

describe('the title of the years', () => {
	const years = [4.2, 8.6, 6].map((rate, at) => ({
		year: 2020 + at,
		count: 5,
		months: 12,
		exposure: 1,
		rate
	}));
	const slope = (low: number, ratio: number, high: number) =>
		({ slope: { annualRatio: ratio, interval: [low, high] } }) as never;

	it('names a direction only where the interval leaves out none', () => {
		const title = (result: never) => yearTitle(result, years, 'phạm pháp hình sự', 'vụ');
		expect(title(slope(0.8, 0.9, 0.98))).toBe(
			'Từng năm: phạm pháp hình sự giảm khoảng 10 % mỗi năm'
		);
		expect(title(slope(1.02, 1.1, 1.2))).toBe(
			'Từng năm: phạm pháp hình sự tăng khoảng 10 % mỗi năm'
		);
		expect(title(slope(0.8, 0.9, 1.02))).toBe(
			'Từng năm: trong khoảng 4–9 vụ trên 10.000 dân, chưa thấy xu hướng rõ'
		);
	});

	it('leaves out years that are not whole', () => {
		const part = years.map((year) => ({ ...year, months: 10 }));
		expect(yearTitle({ missing: 'too-few-points' }, part, 'a', 'vụ')).toContain('chưa đủ năm');
	});
});

it('ticks an axis at round figures up to the highest', () => {
	expect(roundTicks(15.3)).toEqual([0, 5, 10, 15, 20]);
	expect(roundTicks(0)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
});

it('finds the districts of what a commune was made of, each once', () => {
	const former = (id: number, parentName: string, otherId: number) =>
		({ unit: { id, parentName }, otherId }) as never;
	expect(
		districtsOf({
			unit,
			formers: [former(1, 'Huyện A', 9), former(2, 'Huyện A', 9), former(3, 'B', 1)]
		})
	).toEqual([{ name: 'Huyện A', former: true }]);
});

it('takes former communes from the boundaries before', () => {
	const frames = [
		{ months: { from: toMonth(2020, 1), to: toMonth(2025, 6) }, boundariesUrl: '/old' },
		{ months: { from: toMonth(2025, 7), to: toMonth(2026, 10) }, boundariesUrl: '/new' }
	] as never;
	const merged = evidence([piece(1, 'A', 'met')], []).around;
	const month = toMonth(2026, 10);
	expect(formerBoundaries({ around: merged, month }, frames)).toBe('/old');
	expect(formerBoundaries({ around: [], month }, frames)).toBeUndefined();
});
