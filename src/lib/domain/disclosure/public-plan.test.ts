import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadCountSolver } from '#lib/solver/count-solver.ts';
import type { History } from '../history.ts';
import { toMonth } from '../period.ts';
import { buildHistory, commune, merger, statusEvent } from '../fixtures/build-history.ts';
import { drawHistory, TRACKS } from './fixtures/random-province.ts';
import { PublicCopy } from './public-copy.ts';
import type { PublicPlan } from './plan-message.ts';
import { planPublic } from './public-plan.ts';
import { publicSystems } from './public-systems.ts';

const solve = await loadCountSolver();

function planOf(history: History, tracks = ['order']): PublicPlan {
	const systems = publicSystems({ history, tracks, indicators: [], lastYear: 2025 });
	const steps = planPublic(systems, solve, []);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

/** So many crimes in each month of some years. */
function monthly(first: number, last: number, perMonth: number): Map<number, number> {
	const months = new Map<number, number>();
	for (let month = toMonth(first, 1); month <= toMonth(last, 12); month++) {
		months.set(month, perMonth);
	}
	return months;
}

it('a merged commune hides with its member what would tell the member', () => {
	const formers = [1, 2, 3].map((id) => commune(id, { validTo: '2025-06-30' }));
	const merged = commune(9, { validFrom: '2025-07-01' });
	const few = monthly(2023, 2024, 0);
	few.set(toMonth(2023, 5), 4);
	const counts = [1, 3, 4, 5, 2].map((count) => monthly(2023, 2024, count));
	const history = buildHistory({
		units: [...formers, merged, ...[4, 5, 6].map((id) => commune(id))],
		successions: [1, 2, 3].map((id) => merger(id, 9)),
		leadingCounts: new Map([[1, few], ...counts.map((each, at) => [2 + at, each] as const)])
	});
	const copy = new PublicCopy(planOf(history));
	const shown = (year: number) => [1, 2, 3, 9, 4].map((id) => copy.showsUnit('L01', year, id));
	// 4 of 52: with the second (12) hidden too, the sum and the third tell nothing.
	expect(shown(2023)).toEqual([false, false, true, true, true]);
	// In 2024 the first had none at all.
	expect(shown(2024)).toEqual([true, true, true, true, true]);
});

it('a year that is not whole, and a total without all reports, are not public', () => {
	const late = monthly(2023, 2024, 5);
	late.delete(toMonth(2024, 12));
	const history = buildHistory({
		units: [1, 2, 3].map((id) => commune(id)),
		events: [1, 2].map((id) => statusEvent(id, 'approved', '2023-03-01')),
		leadingCounts: new Map([
			[1, late],
			[2, monthly(2023, 2024, 4)],
			[3, monthly(2023, 2024, 3)]
		])
	});
	const copy = new PublicCopy(planOf(history));
	expect([2023, 2024].map((year) => copy.showsUnit('L01', year, 1))).toEqual([true, false]);
	const programme = (year: number) =>
		copy.showsTotal('L01', year, { of: 'programme', track: 'order', until: year });
	expect([2023, 2024].map(programme)).toEqual([true, false]);
});

it('what is published does not depend on the order of communes', () => {
	const count = fc.integer({ min: 0, max: 25 });
	const former = fc.record({
		first: count,
		second: count,
		shares: fc.constant(false),
		onTracks: fc.tuple(fc.boolean(), fc.boolean())
	});
	const merged = fc.array(former, { minLength: 1, maxLength: 4 });
	fc.assert(
		fc.property(fc.array(merged, { minLength: 3, maxLength: 6 }), (mergers) => {
			const [history] = drawHistory({ mergers });
			const { units, frames, counts } = history!;
			const turned: History = {
				...history!,
				units: new Map([...units].reverse()),
				frames: frames.map((frame) => ({ ...frame, unitIds: frame.unitIds.toReversed() })),
				counts: new Map([...counts].map(([code, list]) => [code, new Map([...list].reverse())]))
			};
			const published = (of: History) =>
				planOf(of, TRACKS).years.map(({ unitIds, totals, ...rest }) => ({
					...rest,
					unitIds: unitIds.toSorted(),
					totals: totals.toSorted()
				}));
			expect(published(turned)).toEqual(published(history!));
		}),
		{ numRuns: 25, seed: 4 }
	);
});
