import { afterEach, describe, expect, it } from 'vitest';
import { commune } from '#lib/domain/fixtures/build-history.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import { statusCode, trendCode, type StatusClass } from '#lib/domain/map-class.ts';
import { toMonth } from '#lib/domain/period.ts';
import type { TrendClass } from '#lib/domain/evidence/classes.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { SlideContent } from './slide-content.ts';
import { slideLegend } from './slide-legend.ts';
import { resultTitle, slideDateLine, slideMapNote } from './slide-words.ts';
import { parseViewParams } from './view-params.ts';

const MONTH = toMonth(2026, 10);
const LEADING: Indicator = {
	code: 'C01',
	nameVi: 'Phạm pháp hình sự',
	nameEn: 'Crime',
	unitVi: 'vụ',
	unitEn: 'cases',
	aggregation: 'sum',
	periodicity: 'month',
	better: 'lower'
};

function content(query: string, codes: readonly number[], months = 1): SlideContent {
	const params = parseViewParams(new URLSearchParams(query));
	const unitIds = codes.map((_, at) => at + 1);
	const matrix = { unitIds, fromMonth: MONTH, months, codes: Uint8Array.from(codes) };
	return {
		source: {
			units: unitIds.map((id) => ({
				...commune(id),
				districts: id === 1 ? ['Huyện A'] : [],
				population: {},
				makeup: [],
				formers: [],
				estimated: false
			})),
			matrices: { [params.theme]: matrix }
		},
		frame: { from: '2025-07-01' },
		month: MONTH,
		params,
		calendar: 'calendar',
		leading: LEADING,
		trackName: 'Trật tự',
		summary: undefined,
		sites: undefined
	};
}
const status = (query: string, ...states: StatusClass[]) => content(query, states.map(statusCode));
const trend = (...classes: TrendClass[]) => content('theme=trend', classes.map(trendCode));

afterEach(() => overwriteGetLocale(() => 'vi'));

describe('a title that states the result', () => {
	it('says how many were transformed, and how many fell back', () => {
		const all = status('', 'met', 'exited', 'retransforming', 'active', 'none');
		expect(resultTitle(all)).toBe('3 trong 4 xã đã đạt; 1 tái phức tạp');
		overwriteGetLocale(() => 'en');
		expect(resultTitle(all)).toMatch(/^3 of 4 communes were transformed; 1 relapsed$/);
	});

	it('does not speak of results that there are not', () => {
		expect(resultTitle(status('', 'active', 'none'))).toBe('1 xã được phê duyệt, chưa xã nào đạt');
		expect(resultTitle(status('', 'none'))).toBe('Chưa có xã nào được phê duyệt');
	});

	it('names the district, or the commune in the light', () => {
		const district = status('district=Huyện A', 'met', 'active');
		expect(resultTitle(district)).toBe('Huyện A: 1 trong 1 xã đã đạt');
		const [unit] = district.source.units;
		const light = status(`unit=${unit?.code}`, 'met', 'active');
		expect(resultTitle(light)).toMatch(/: đạt – duy trì$/);
	});

	it('says of crime only what changed clearly', () => {
		expect(resultTitle(trend('falling', 'falling', 'unclear', 'leaning-rising'))).toBe(
			'Phạm pháp hình sự giảm rõ ở 2 xã, không xã nào tăng rõ'
		);
		expect(resultTitle(trend('falling', 'rising'))).toBe(
			'Phạm pháp hình sự giảm rõ ở 1 xã, tăng rõ ở 1 xã'
		);
		expect(resultTitle(trend('unclear', 'leaning-rising'))).toBe(
			'Không xã nào tăng hay giảm rõ về phạm pháp hình sự'
		);
	});
});

describe('the words of a slide', () => {
	it('name the month once, and warn where colours say little', () => {
		expect(slideDateLine(status('', 'met'))).toBe('Trật tự · 10/2026');
		expect(slideDateLine(trend('falling'))).toBe('12 tháng đến 10/2026 so với cùng kỳ');
		expect(slideMapNote(status('', 'met'))).toBe('');
		expect(slideMapNote(trend('unclear'))).toMatch(/^“Chưa rõ”/);
	});
});

describe('the legend of a slide', () => {
	it('adds up, without lines of nothing', () => {
		const rows = slideLegend(status('', 'met', 'met', 'retransforming', 'active', 'none'));
		expect(rows.map(({ kind, label, count }) => [kind, label, count])).toEqual([
			['class', 'Đạt – duy trì', 2],
			['class', 'Tái phức tạp, đang làm lại', 1],
			['sum', 'Đã đạt', 3],
			['class', 'Chưa đạt, đang chuyển hóa', 1],
			['sum', 'Được phê duyệt', 4],
			['class', 'Không thuộc diện', 1]
		]);
	});

	it('has no sums where nothing was approved', () => {
		expect(slideLegend(status('', 'none')).map(({ kind }) => kind)).toEqual(['class']);
	});

	it('leaves out trends that no commune has', () => {
		expect(slideLegend(trend('falling', 'unclear')).map(({ count }) => count)).toEqual([1, 1]);
	});
});
