import { describe, expect, it } from 'vitest';
import type { Ring } from '#lib/domain/boundary.ts';
import { EdgeMatcher } from './edge-matcher.ts';

const square = (x: number, y: number): Ring => [
	[x, y],
	[x + 1, y],
	[x + 1, y + 1],
	[x, y + 1],
	[x, y]
];

/** Nine squares in a block; the one in the middle is the fifth. */
function block(change: (at: number, ring: Ring) => Ring[] = (_, ring) => [ring]): EdgeMatcher {
	const matcher = new EdgeMatcher();
	for (let at = 0; at < 9; at++) {
		const rings = change(at + 1, square(at % 3, Math.floor(at / 3)));
		if (rings.length > 0)
			matcher.add(
				at + 1,
				rings.map((ring) => [ring])
			);
	}
	return matcher;
}

const OUTER = [1, 2, 3, 4, 6, 7, 8, 9];

describe('units with loose edges', () => {
	it('are those at the outer border of a coverage', () => {
		expect(block().listLoose()).toEqual(OUTER);
	});

	it('do not depend on the way in which rings are run through', () => {
		const turned = block((at, ring) => [at % 2 ? ring : [...ring].reverse()]);
		expect(turned.listLoose()).toEqual(OUTER);
	});

	it('are those beside a corner that the neighbour lacks', () => {
		const moved = block((at, ring) =>
			at === 5 ? [ring.map(([x, y]) => [x === 2 ? 2.1 : x, y])] : [ring]
		);
		expect(moved.listLoose()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
	});

	it('are two that claim the same land', () => {
		const matcher = block();
		matcher.add(10, [[square(1, 1)]]);
		expect(matcher.listLoose()).toContain(5);
		expect(matcher.listLoose()).toContain(10);
	});

	it('are those around a hole', () => {
		expect(block((at, ring) => (at === 5 ? [] : [ring])).listLoose()).toEqual(OUTER);
	});
});
