import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCountSolver } from '#lib/solver/count-solver.ts';
import type { TrackHistory } from '../track-history.ts';
import type { SolveCounts } from './count-program.ts';
import { attack, putTogether, type Finding, type Print } from './fixtures/attack.ts';
import { printedOf } from './fixtures/printed.ts';
import { drawHistory, TRACKS, YEARS, type DrawnProvince } from './fixtures/random-province.ts';
import type { LedgerEntry } from './ledger.ts';
import { PublicCopy } from './public-copy.ts';
import type { PublicPlan } from './plan-message.ts';
import { planPublic } from './public-plan.ts';
import { publicSystems } from './public-systems.ts';
import { MIN_GAP } from './small-count.ts';

const LAST_YEAR = YEARS.at(-1)!;
const RUNS = { numRuns: 200, seed: 9 };

let solve: SolveCounts;
beforeAll(async () => {
	solve = await loadCountSolver();
});

function planOf(
	[history]: readonly TrackHistory[],
	ledger: readonly LedgerEntry[] = []
): PublicPlan {
	const data = { history: history!, tracks: TRACKS, indicators: [], lastYear: LAST_YEAR };
	const steps = planPublic(publicSystems(data), solve, ledger);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

const isAllowed = ({ years }: PublicPlan) => years.every(({ unsafe }) => unsafe.length === 0);
const shownIn = ({ years }: PublicPlan, year: number) =>
	years.find((each) => each.year === year)?.unitIds ?? [];

/** Small counts that are told to within fewer than the smallest gap. */
function told(prints: readonly Print[]): Finding[] {
	return attack(prints, solve).filter(({ least, most }) => most - least < MIN_GAP);
}

const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 }));
function provinces(shares: fc.Arbitrary<boolean>): fc.Arbitrary<DrawnProvince> {
	const onTracks = fc.tuple(fc.boolean(), fc.boolean());
	const former = fc.record({ first: count, second: count, onTracks, shares });
	const merged = fc.array(former, { minLength: 1, maxLength: 4 });
	return fc.record({ mergers: fc.array(merged, { minLength: 2, maxLength: 5 }) });
}

describe('an attack on all public files put together', () => {
	it.each([
		['merged whole', fc.constant(false)],
		['some of whose communes are divided', fc.boolean()]
	])('tells no small count of 200 provinces, %s', (_, shares) => {
		let attacked = 0;
		fc.assert(
			fc.property(provinces(shares), (drawn) => {
				const histories = drawHistory(drawn);
				const plan = planOf(histories);
				fc.pre(isAllowed(plan));
				for (const year of YEARS) {
					const prints = printedOf(histories, new PublicCopy(plan), year, LAST_YEAR);
					attacked += attack(prints, solve).length;
					expect(told(prints)).toEqual([]);
				}
			}),
			RUNS
		);
		expect(attacked).toBeGreaterThan(500);
	});

	it('tells none after a correction of what was shown, from the files before and after', () => {
		let [corrected, attacked] = [0, 0];
		const correction = fc.record({ at: fc.nat(), count });
		fc.assert(
			fc.property(
				provinces(fc.constant(false)),
				fc.array(correction, { minLength: 1, maxLength: 3 }),
				(drawn, corrections) => {
					const before = drawHistory(drawn);
					const first = planOf(before);
					fc.pre(isAllowed(first));
					const formers = drawn.mergers.flat();
					const shown = formers.filter((_, at) => shownIn(first, 2024).includes(101 + at));
					fc.pre(shown.length > 0);
					const changes = new Map(
						corrections.map((each) => [shown[each.at % shown.length]!, each])
					);
					const after = drawHistory({
						mergers: drawn.mergers.map((merged) =>
							merged.map((each) => ({ ...each, first: changes.get(each)?.count ?? each.first }))
						)
					});
					const ledger = first.entries.map((entry) => ({ ...entry, dataVersion: 1 }));
					const second = planOf(after, ledger);
					fc.pre(isAllowed(second));
					corrected++;
					const [old, now] = [
						printedOf(before, new PublicCopy(first), 2024, LAST_YEAR),
						printedOf(after, new PublicCopy(second), 2024, LAST_YEAR)
					];
					for (const [at, print] of now.entries()) {
						const was = old[at]?.name === print.name ? old[at] : undefined;
						if (was && was.shown === undefined) expect(print.shown, print.name).toBeUndefined();
						if (was?.shown !== undefined && (print.truth < 1 || print.truth > 9)) {
							expect(print.shown, print.name).toBe(print.truth);
						}
					}
					const both = putTogether(old, now);
					attacked += attack(both, solve).length;
					expect(told(both)).toEqual([]);
				}
			),
			RUNS
		);
		expect(corrected).toBe(RUNS.numRuns);
		expect(attacked).toBeGreaterThan(500);
	});
});
