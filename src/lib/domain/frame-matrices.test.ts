import { describe, expect, it } from 'vitest';
import { codeAt, type ClassMatrix } from './class-matrix.ts';
import { buildHistory, commune, merger, statusEvent } from './fixtures/build-history.ts';
import {
	frameFigures,
	siteCountMatrix,
	statusMatrix,
	trendMatrix,
	type TrendScope
} from './frame-matrices.ts';
import { SITES_NOT_AVAILABLE } from './community-model.ts';
import { findMapClass } from './map-class.ts';
import { toMonth, type Month } from './period.ts';
import type { Frame } from './unit.ts';

const FIRST_MONTH = toMonth(2017, 1);
const LAST = toMonth(2026, 10);
const OLD = { validFrom: '2023-01-01', validTo: '2025-06-30' };
const MERGED = toMonth(2025, 7);

/** Two communes with three years of figures that became one. */
const history = buildHistory({
	units: [commune(1, OLD), commune(2, OLD), commune(10, { validFrom: '2025-07-01' })],
	successions: [merger(1, 10), merger(2, 10)],
	events: [
		statusEvent(1, 'approved', '2023-03-15'),
		statusEvent(1, 'active', '2023-05-31'),
		statusEvent(10, 'survey', '2026-02-10')
	],
	leadingCounts: new Map([
		[1, monthsOf(2023, 2025, 3, (month) => month < MERGED)],
		[2, monthsOf(2023, 2025, 1, (month) => month < MERGED)],
		[10, monthsOf(2025, 2026, 4, (month) => month >= MERGED && month <= toMonth(2026, 9))]
	]),
	population: new Map([1, 2, 10].map((id) => [id, new Map([[2023, 5000]])])),
	sites: new Map([
		[
			1,
			[
				{
					id: 1,
					code: 'S1',
					modelCode: 'CAM',
					unitId: 1,
					name: '',
					foundedOn: '2024-01-31',
					retiredOn: '2026-01-31',
					position: null,
					teams: 1,
					replicatedFrom: null
				}
			]
		]
	])
});
const [before, after] = history.frames as [Frame, Frame];

function monthsOf(from: number, to: number, count: number, holds: (month: Month) => boolean) {
	const all = Array.from({ length: (to - from + 1) * 12 }, (_, at) => toMonth(from, 1) + at);
	return new Map(all.filter(holds).map((month) => [month, count]));
}

const scope = (frame: Frame, all = false) => ({ frame, last: LAST, all });
const keyAt = (matrix: ClassMatrix, row: number, month: Month) =>
	findMapClass(codeAt(matrix, row, month) ?? -1)?.key;

describe('statusMatrix', () => {
	it('shows the status on the last day of each month', () => {
		const matrix = statusMatrix(history, scope(before), 'order');
		expect(matrix).toMatchObject({ unitIds: [1, 2], fromMonth: toMonth(2023, 1), months: 30 });
		expect(keyAt(matrix, 0, toMonth(2023, 2))).toBe('none');
		expect(keyAt(matrix, 0, toMonth(2023, 3))).toBe('approved');
		expect(keyAt(matrix, 0, toMonth(2023, 5))).toBe('active');
		expect(keyAt(matrix, 1, toMonth(2025, 6))).toBe('none');
	});

	it('shows a merged commune as mixed until it has a record of its own', () => {
		const matrix = statusMatrix(history, scope(after), 'order');
		expect(keyAt(matrix, 0, MERGED)).toBe('mixed');
		expect(keyAt(matrix, 0, toMonth(2026, 1))).toBe('mixed');
		expect(keyAt(matrix, 0, toMonth(2026, 2))).toBe('survey');
	});
});

const trendsOf = (frame: Frame, all = false) => {
	const asked = {
		...scope(frame, all),
		track: 'order',
		base: 'same-period',
		question: 'own'
	} as const;
	return trendMatrix(history, frameFigures(history, asked), asked);
};

describe('trendMatrix', () => {
	it('says why there is no trend', () => {
		expect(keyAt(trendsOf(before), 0, toMonth(2024, 11))).toBe('before-data');
		expect(keyAt(trendsOf(after), 0, LAST)).toBe('not-yet-reported');
	});

	it('goes on over the merger with the figures of the former communes', () => {
		expect(keyAt(trendsOf(before), 0, toMonth(2024, 12))).toBe('unclear');
		expect(keyAt(trendsOf(after), 0, MERGED)).toBe('unclear');
		expect(keyAt(trendsOf(after), 0, toMonth(2026, 9))).toBe('unclear');
	});
});

describe('a track whose cases rest on detection', () => {
	it('has trend classes of its own, that are neither good nor bad', () => {
		const detected = { ...history, detected: new Set(['order']) };
		const asked: TrendScope = {
			...scope(before),
			track: 'order',
			base: 'same-period',
			question: 'own'
		};
		const matrix = trendMatrix(detected, frameFigures(detected, asked), asked);
		const found = findMapClass(codeAt(matrix, 0, toMonth(2024, 12)) ?? -1);
		expect(found).toEqual({ theme: 'detected', key: 'unclear' });
	});
});

describe('siteCountMatrix', () => {
	it("counts active sites, a merged commune's with those it took over", () => {
		const old = siteCountMatrix(history, scope(before));
		expect(codeAt(old, 0, toMonth(2023, 12))).toBe(0);
		expect(codeAt(old, 0, toMonth(2024, 1))).toBe(1);
		expect(codeAt(old, 1, toMonth(2024, 1))).toBe(0);
		const merged = siteCountMatrix(history, scope(after));
		expect(codeAt(merged, 0, toMonth(2025, 12))).toBe(1);
		expect(codeAt(merged, 0, toMonth(2026, 1))).toBe(0);
	});
});

describe('all months on the boundaries of one frame', () => {
	it('shows what merged communes were made of before they were', () => {
		const matrix = statusMatrix(history, scope(after, true), 'order');
		expect(matrix).toMatchObject({ fromMonth: FIRST_MONTH, months: LAST - FIRST_MONTH + 1 });
		expect(keyAt(matrix, 0, toMonth(2023, 2))).toBe('none');
		expect(keyAt(matrix, 0, toMonth(2023, 5))).toBe('mixed');
		expect(keyAt(matrix, 0, toMonth(2026, 2))).toBe('survey');
	});

	it('sums figures and counts sites of the former communes', () => {
		expect(keyAt(trendsOf(after, true), 0, toMonth(2024, 12))).toBe('unclear');
		const sites = siteCountMatrix(history, scope(after, true));
		expect(codeAt(sites, 0, toMonth(2024, 1))).toBe(1);
		expect(codeAt(sites, 0, toMonth(2023, 12))).toBe(0);
	});

	it('never splits what is of larger communes back onto smaller ones', () => {
		const status = statusMatrix(history, scope(before, true), 'order');
		expect(keyAt(status, 0, toMonth(2025, 6))).not.toBe('not-available');
		expect(keyAt(status, 0, MERGED)).toBe('not-available');
		expect(keyAt(trendsOf(before, true), 1, MERGED)).toBe('not-available');
		expect(codeAt(siteCountMatrix(history, scope(before, true)), 0, MERGED)).toBe(
			SITES_NOT_AVAILABLE
		);
	});
});
