import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commune, merger } from './fixtures/build-history.ts';
import { carrySeries, sumWindow } from './observation.ts';
import { addDays, firstDay, lastDay, toMonth, type Month } from './period.ts';
import { buildLineage, type Succession } from './succession.ts';
import { isValidOn, type Unit } from './unit.ts';

const FROM = toMonth(2019, 7);
const TO = toMonth(2020, 12);

/** Three generations of units: the first until 2019, the second until mid-2020, the third since. */
const GENERATIONS: { from: Month; to: Month }[] = [
	{ from: FROM, to: toMonth(2019, 12) },
	{ from: toMonth(2020, 1), to: toMonth(2020, 6) },
	{ from: toMonth(2020, 7), to: TO }
];

/** A family of units with what each reported in each month of its time. */
interface Family {
	units: Unit[];
	successions: Succession[];
	reports: Map<number, Map<Month, number>>;
	newest: number[];
}

/** @param shares for each unit of a generation, its shares in the units of the next; they add up to 1 */
function toFamily(shares: number[][][], counts: number[]): Family {
	const sizes = [shares[0]!.length, shares[1]!.length, shares[1]![0]!.length];
	const units: Unit[] = [];
	const idOf = (generation: number, index: number) => generation * 100 + index + 1;
	const reports = new Map<number, Map<Month, number>>();
	let at = 0;
	sizes.forEach((size, generation) => {
		const { from, to } = GENERATIONS[generation]!;
		for (let index = 0; index < size; index++) {
			const id = idOf(generation, index);
			units.push(commune(id, { validFrom: firstDay(from), validTo: lastDay(to) }));
			const months = Array.from({ length: to - from + 1 }, (_, month) => from + month);
			reports.set(id, new Map(months.map((month) => [month, counts[at++ % counts.length]!])));
		}
	});
	const successions = shares.flatMap((generation, number) =>
		generation.flatMap((row, from) =>
			row.flatMap((populationWeight, to) =>
				populationWeight === 0
					? []
					: merger(idOf(number, from), idOf(number + 1, to), {
							kind: populationWeight === 1 ? 'whole' : 'part',
							populationWeight,
							effective: addDays(lastDay(GENERATIONS[number]!.to), 1)
						})
			)
		)
	);
	const newest = Array.from({ length: sizes[2]! }, (_, index) => idOf(2, index));
	return { units, successions, reports, newest };
}

function carryAll({ units, successions, reports, newest }: Family): Map<Month, number>[] {
	const lineage = buildLineage(units, successions);
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	return newest.map((id) =>
		carrySeries(
			id,
			{ from: FROM, to: TO },
			lineage,
			(each) => reports.get(each),
			(each, month) => isValidOn(byId.get(each)!, lastDay(month))
		)
	);
}

/** Shares of `from` units in `to` units: whole mergers, or parts that add up to 1. */
function sharesArbitrary(from: number, to: number, whole: boolean): fc.Arbitrary<number[][]> {
	const row = whole
		? fc.nat({ max: to - 1 }).map((goal) => Array.from({ length: to }, (_, at) => +(at === goal)))
		: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: to, maxLength: to }).map((parts) => {
				const sum = parts.reduce((a, b) => a + b, 0);
				return parts.map((part) => part / sum);
			});
	return fc.array(row, { minLength: from, maxLength: from });
}

function familyArbitrary(whole: boolean): fc.Arbitrary<Family> {
	const size = (max: number) => fc.integer({ min: 1, max });
	return fc
		.tuple(size(12), size(6), size(3))
		.chain(([first, second, third]) =>
			fc
				.tuple(
					sharesArbitrary(first, second, whole),
					sharesArbitrary(second, third, whole),
					fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 97 })
				)
				.map(([one, two, counts]) => toFamily([one, two], counts))
		);
}

/** What all units that were valid in a month reported together. */
function totalReported(family: Family, month: Month): number {
	let sum = 0;
	for (const series of family.reports.values()) sum += series.get(month) ?? 0;
	return sum;
}

describe('carrySeries', () => {
	it.each([
		['whole mergers', true],
		['partial transfers', false]
	])('conserves counts over %s', (_, whole) => {
		fc.assert(
			fc.property(familyArbitrary(whole), (family) => {
				const carried = carryAll(family);
				// A unit that nobody went over into has no months before its own; the others have all.
				for (let month = FROM; month <= TO; month++) {
					const sum = carried.reduce((all, series) => all + (series.get(month) ?? 0), 0);
					const lost = reportedOutside(family, month);
					expect(sum + lost).toBeCloseTo(totalReported(family, month), 8);
				}
			})
		);
	});

	it('leaves out a month above that is missing anywhere below', () => {
		fc.assert(
			fc.property(
				familyArbitrary(false),
				fc.nat(),
				fc.integer({ min: FROM, max: toMonth(2020, 6) }),
				(family, choice, month) => {
					const valid = [...family.reports].filter(([, series]) => series.has(month));
					const [silent] = valid[choice % valid.length]!;
					const before = carryAll(family);
					family.reports.get(silent)!.delete(month);
					carryAll(family).forEach((series, index) => {
						expect(series.has(month)).toBe(false);
						const others = [...before[index]!].filter(([each]) => each !== month);
						expect([...series]).toEqual(others);
					});
				}
			)
		);
	});
});

/** Reports of units without a way to the newest generation: nobody's ancestors. */
function reportedOutside(family: Family, month: Month): number {
	const reached = new Set(family.newest);
	for (let size = 0; size !== reached.size;) {
		size = reached.size;
		for (const { fromUnitId, toUnitId } of family.successions) {
			if (reached.has(toUnitId)) reached.add(fromUnitId);
		}
	}
	let sum = 0;
	for (const [id, series] of family.reports) if (!reached.has(id)) sum += series.get(month) ?? 0;
	return sum;
}

describe('sumWindow', () => {
	const series = new Map([
		[1, 2],
		[2, 0],
		[3, 5]
	]);

	it('adds both ends, and knows zero from a gap', () => {
		expect(sumWindow(series, 1, 3)).toBe(7);
		expect(sumWindow(series, 2, 2)).toBe(0);
		expect(sumWindow(series, 1, 4)).toBeUndefined();
	});
});
