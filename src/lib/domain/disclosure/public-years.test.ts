import { expect, test } from 'vitest';
import { buildHistory, commune, merger } from '../fixtures/build-history.ts';
import { toMonth, type Month } from '../period.ts';
import { hiddenYears } from './public-years.ts';

/** So many crimes in each month of the years 2023 and 2024. */
function monthly(perMonth: number): Map<Month, number> {
	return new Map(Array.from({ length: 24 }, (_, at) => [toMonth(2023, 1) + at, perMonth] as const));
}

test('a merged commune hides with its member what would tell the member', () => {
	const [a, b, c] = [1, 2, 3].map((id) => commune(id, { validTo: '2025-06-30' }));
	const merged = commune(9, { validFrom: '2025-07-01' });
	const rest = [4, 5, 6].map((id) => commune(id));
	const few = monthly(0);
	few.set(toMonth(2023, 5), 4);
	const history = buildHistory({
		units: [a!, b!, c!, merged, ...rest],
		successions: [merger(1, 9), merger(2, 9), merger(3, 9)],
		leadingCounts: new Map([
			[1, few],
			[2, monthly(1)],
			[3, monthly(3)],
			[4, monthly(4)],
			[5, monthly(5)],
			[6, monthly(2)]
		])
	});
	const hidden = hiddenYears(history);
	// 4 of 52: with b (12) hidden too, the sum and c tell nothing.
	expect(hidden.get(2023)).toEqual(new Set([1, 2]));
	// In 2024 the first had none at all.
	expect(hidden.get(2024)).toEqual(new Set());
});

test('a year that is not whole is in no list', () => {
	const history = buildHistory({
		units: [commune(1)],
		leadingCounts: new Map([[1, new Map([[toMonth(2023, 1), 12]])]])
	});
	expect(hiddenYears(history).has(2023)).toBe(false);
});
