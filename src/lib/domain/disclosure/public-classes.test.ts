import { describe, expect, it } from 'vitest';
import { buildHistory, commune } from '../fixtures/build-history.ts';
import { absenceCode } from '../map-class.ts';
import { toMonth } from '../period.ts';
import { publicMatrix, type PublicClasses } from './public-classes.ts';
import { PublicCopy } from './public-copy.ts';

const YEARS = [2022, 2023, 2024];
const NOT_PUBLISHED = absenceCode('not-published');
const COMMUNES = Array.from({ length: 12 }, (_, at) => at + 1);

/** Twelve communes in a ring; the first has so many crimes a year, in January. */
function historyWith(ofFirst: number, lastMonth = toMonth(2024, 12)) {
	return buildHistory({
		units: COMMUNES.map((id) => commune(id)),
		population: new Map(COMMUNES.map((id) => [id, new Map(YEARS.map((year) => [year, 4000]))])),
		leadingCounts: new Map(
			COMMUNES.map((id) => {
				const months = new Map<number, number>();
				for (let month = toMonth(2022, 1); month <= lastMonth; month++) months.set(month, 0);
				for (const year of YEARS) {
					months.set(toMonth(year, 1), id === 1 ? ofFirst : 10 + ((id * 7 + year) % 40));
				}
				return [id, months] as const;
			})
		)
	});
}

/** All but the first are shown in all years; the second only in the last one. */
const COPY = new PublicCopy({
	years: YEARS.map((year) => ({
		indicator: 'L01',
		year,
		totals: [],
		unsafe: [],
		unitIds: COMMUNES.filter((id) => id > 2 || (id === 2 && year === 2024))
	}))
});

function codesOf(
	ofFirst: number,
	layer: PublicClasses['layer'],
	month = toMonth(2024, 12),
	lastMonth?: number
): number[] {
	const history = historyWith(ofFirst, lastMonth);
	const frame = history.frames[0]!;
	const around = new Map(
		COMMUNES.map((id) => [id, [(id % 12) + 1, ((id + 10) % 12) + 1]] as const)
	);
	const asked = { track: 'order', layer, around };
	const against = { base: 'same-period', question: 'own' } as const;
	const scope = { frame, last: toMonth(2025, 6), all: false, ...against };
	return [
		...publicMatrix(history, COPY, scope, { ...asked, months: { from: month, to: month } }).codes
	];
}

describe('classes of a public copy', () => {
	it.each(['trend', 'rate', 'funnel', 'cluster'] as const)(
		'of %s are of communes whose counts are shown, and tell nothing of the others',
		(layer) => {
			const codes = codesOf(3, layer);
			expect(codes[0]).toBe(NOT_PUBLISHED);
			expect(codes.slice(2)).not.toContain(NOT_PUBLISHED);
			expect(codesOf(400, layer)).toEqual(codes);
			// A change is between two years; of one that is hidden nothing is said.
			expect(codes[1] === NOT_PUBLISHED).toBe(layer === 'trend');
		}
	);

	it('in a month of a year that is not whole are those of the last whole year', () => {
		const [may, march] = [toMonth(2025, 5), toMonth(2025, 3)];
		expect(codesOf(3, 'funnel', may)).toEqual(codesOf(3, 'funnel'));
		// Without December's reports the year before is not whole either.
		expect(codesOf(3, 'funnel', march, toMonth(2024, 11))).toEqual(
			codesOf(3, 'funnel', toMonth(2023, 12))
		);
	});
});
