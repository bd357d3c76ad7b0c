import { describe, expect, it } from 'vitest';
import { queenNeighbours } from './neighbours.ts';

describe('queen neighbours', () => {
	// Four squares around a corner, with an enclave in the first.
	const arcs = [
		[
			[0, 0],
			[0, 1],
			[1, 1]
		],
		[
			[1, 1],
			[1, 0],
			[0, 0]
		],
		[
			[1, 1],
			[1, 2],
			[2, 2],
			[2, 1],
			[1, 1]
		],
		[
			[0.2, 0.2],
			[0.2, 0.4],
			[0.4, 0.4],
			[0.2, 0.2]
		],
		[
			[1, 0],
			[2, 0]
		]
	];

	it('share an arc or the end of one', () => {
		const units = [[[0, 1], [3]], [[2]], [[~3]], [[4]]];
		expect(queenNeighbours(arcs, units)).toEqual([[1, 2], [0], [0], []]);
	});

	it('of parts are those of the whole', () => {
		expect(queenNeighbours(arcs, [[[[3]], [[4]]], [[2]], [[~3]]])).toEqual([[2], [], [0]]);
	});
});
