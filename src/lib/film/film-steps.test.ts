import { expect, test } from 'vitest';
import { toMonth } from '#lib/domain/period.ts';
import type { FrameSummary } from '#lib/view/wire.ts';
import { filmSteps } from './film-steps.ts';

const frame = (from: string, first: number, last: number, units: number): FrameSummary => ({
	from,
	to: null,
	units,
	months: { from: first, to: last },
	boundariesUrl: `/${from}.json`
});
const FRAMES = [
	frame('2017-01-01', toMonth(2017, 1), toMonth(2025, 6), 129),
	frame('2025-07-01', toMonth(2025, 7), toMonth(2026, 11), 45)
];
const LAST = toMonth(2026, 10);

test('every month stands in its own boundaries, and longer where they change', () => {
	const steps = filmSteps(FRAMES, {
		step: 'month',
		first: toMonth(2017, 1),
		last: LAST,
		on: undefined
	});
	expect(steps).toHaveLength(LAST - toMonth(2017, 1) + 1);
	const reform = steps.find(({ changed }) => changed)!;
	expect(reform).toMatchObject({ month: toMonth(2025, 7), summary: FRAMES[1], seconds: 3 });
	expect(steps.filter(({ changed }) => changed)).toHaveLength(1);
	expect(steps[5]!.seconds).toBe(0.35);
	expect(steps.at(-1)).toMatchObject({ month: LAST, seconds: 3 });
});

test('by years: Decembers, and the latest month', () => {
	const steps = filmSteps(FRAMES, {
		step: 'year',
		first: toMonth(2017, 1),
		last: LAST,
		on: undefined
	});
	expect(steps.map(({ month }) => month)).toEqual([
		...Array.from({ length: 9 }, (_, at) => toMonth(2017 + at, 12)),
		LAST
	]);
	// The reform lies between two Decembers: the first picture on new boundaries names it.
	expect(steps.find(({ changed }) => changed)?.month).toBe(toMonth(2025, 12));
});

test('on the boundaries of one date nothing changes', () => {
	const steps = filmSteps(FRAMES, {
		step: 'year',
		first: toMonth(2017, 1),
		last: LAST,
		on: FRAMES[1]
	});
	expect(steps.every(({ summary, changed }) => summary === FRAMES[1] && !changed)).toBe(true);
});
