import { describe, expect, it } from 'vitest';
import { EdgeIndex } from './edge-index.ts';
import { findUnmatchedEdges } from './unmatched-edges.ts';

/** Two communes on either side of the meridian 103. */
const WEST = { ordinal: 1, line: Float64Array.of(103, 21.1, 103, 21) };
const east = (...latitudes: number[]) => ({
	ordinal: 2,
	line: Float64Array.from(latitudes.flatMap((latitude) => [103, latitude]))
});

describe('unmatched edges', () => {
	it('are those of both sides where one has a corner that the other lacks', () => {
		const found = findUnmatchedEdges(new EdgeIndex([WEST, east(21, 21.03, 21.1)]));
		expect(found).toEqual([
			{ ordinal: 1, beside: 2, line: WEST.line },
			{ ordinal: 2, beside: 1, line: Float64Array.of(103, 21, 103, 21.03) },
			{ ordinal: 2, beside: 1, line: Float64Array.of(103, 21.03, 103, 21.1) }
		]);
	});

	it('are none that run the same way: there both claim the same side', () => {
		expect(findUnmatchedEdges(new EdgeIndex([WEST, east(21.1, 21.03, 21)]))).toEqual([]);
	});

	it('are none half a metre apart', () => {
		const away = { ordinal: 2, line: Float64Array.of(103.000_005, 21, 103.000_005, 21.1) };
		expect(findUnmatchedEdges(new EdgeIndex([WEST, away]))).toEqual([]);
	});

	it('are none of one commune with itself, and none where two only share a corner', () => {
		expect(
			findUnmatchedEdges(new EdgeIndex([WEST, { ...east(21, 21.03, 21.1), ordinal: 1 }]))
		).toEqual([]);
		const onwards = { ordinal: 2, line: Float64Array.of(103, 21, 103, 20.9) };
		expect(findUnmatchedEdges(new EdgeIndex([WEST, onwards]))).toEqual([]);
		expect(findUnmatchedEdges(new EdgeIndex([]))).toEqual([]);
	});
});
