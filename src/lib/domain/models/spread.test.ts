import { describe, expect, it } from 'vitest';
import { addDays } from '../period.ts';
import { MIN_VARIANCE, spreadToNeighbours, type Adopted } from './spread.ts';

/** A path 1–2–…–n. */
function path(n: number) {
	const unitIds = Array.from({ length: n }, (_, at) => at + 1);
	return {
		unitIds,
		neighboursOf: (id: number) => [id - 1, id + 1].filter((other) => unitIds.includes(other))
	};
}

/** Communes that come to a type on days one after another. */
function inOrder(...unitIds: number[]): Adopted {
	return new Map(
		unitIds.map((id, at) => [id, [{ foundedOn: addDays('2020-01-10', at), retiredOn: null }]])
	);
}

describe('spread to neighbours', () => {
	const { unitIds, neighboursOf } = path(6);

	it('has the values of the specification on the path 1–6', () => {
		const found = spreadToNeighbours(unitIds, inOrder(3, 4, 2, 6), neighboursOf);
		expect(found.adoptions).toBe(3);
		expect(found.bordering).toBe(2);
		expect(found.expected).toBeCloseTo(1.566667, 6);
		expect(found.variance).toBeCloseTo(0.712222, 6);
		expect(found.z).toBeCloseTo(0.513469, 6);
		expect(found.verdict).toBeUndefined();
	});

	it('does not depend on the order of communes', () => {
		const adopted = new Map([...inOrder(3, 4, 2, 6)].reverse());
		expect(spreadToNeighbours(unitIds.toReversed(), adopted, neighboursOf)).toEqual(
			spreadToNeighbours(unitIds, inOrder(3, 4, 2, 6), neighboursOf)
		);
	});

	it('holds all adopters of a day against the state of its eve', () => {
		const day = (foundedOn: string) => [{ foundedOn, retiredOn: null }];
		const adopted = new Map([
			[3, day('2020-01-01')],
			[4, day('2020-02-01')],
			[5, day('2020-02-01')]
		]);
		const found = spreadToNeighbours(unitIds, adopted, neighboursOf);
		// Before that day 2 and 4 of five border on 3; only 4 did.
		expect(found).toMatchObject({ adoptions: 2, bordering: 1 });
		expect(found.expected).toBeCloseTo(2 * 0.4, 12);
		expect(found.variance).toBeCloseTo(2 * 0.4 * 0.6, 12);
	});

	it('takes no step where many begin on the first day', () => {
		const adopted = new Map(
			[1, 2, 3].map((id) => [id, [{ foundedOn: '2020-01-01', retiredOn: null }]])
		);
		expect(spreadToNeighbours(unitIds, adopted, neighboursOf)).toEqual({
			adoptions: 0,
			bordering: 0,
			expected: 0,
			variance: 0
		});
	});

	it('does not count on a commune that gave the type up before', () => {
		const adopted = new Map([
			[1, [{ foundedOn: '2020-01-01', retiredOn: '2020-02-01' }]],
			[5, [{ foundedOn: '2020-01-05', retiredOn: null }]],
			[2, [{ foundedOn: '2020-03-01', retiredOn: null }]]
		]);
		const found = spreadToNeighbours(unitIds, adopted, neighboursOf);
		expect(found.bordering).toBe(0);
		// When 5 came, 2 of the five without it bordered on 1, none else; later 4 and 6 of the four on 5.
		expect(found.expected).toBeCloseTo(1 / 5 + 2 / 4, 12);
	});

	it('quotes a verdict only from a variance of 5 on, and “more” only above chance', () => {
		const line = Array.from({ length: 39 }, (_, at) => at + 21);
		const near = spreadToNeighbours(path(60).unitIds, inOrder(...line), path(60).neighboursOf);
		expect(near.variance).toBeGreaterThan(1);
		expect(near.variance).toBeLessThan(MIN_VARIANCE);
		expect(near.verdict).toBeUndefined();
		// Pairs far from each other: every second adopter borders on the one before it.
		const wide = path(300);
		const pairs = Array.from({ length: 60 }, (_, at) => 1 + Math.floor(at / 2) * 10 + (at % 2));
		const more = spreadToNeighbours(wide.unitIds, inOrder(...pairs), wide.neighboursOf);
		expect(more.variance).toBeGreaterThan(MIN_VARIANCE);
		expect(more.verdict).toBe('more');
		const scattered = Array.from({ length: 90 }, (_, at) => 1 + at * 3);
		const apart = spreadToNeighbours(wide.unitIds, inOrder(...scattered), wide.neighboursOf);
		expect(apart.bordering).toBe(0);
		expect(apart.verdict).toBe('no-more');
	});
});
