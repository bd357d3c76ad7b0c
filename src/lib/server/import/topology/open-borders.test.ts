import { describe, expect, it } from 'vitest';
import type { FlatLine } from '../../db/wkb.ts';
import { OpenBorders } from './open-borders.ts';

const square = (x: number, y: number): FlatLine =>
	Float64Array.of(x, y, x, y + 1, x + 1, y + 1, x + 1, y, x, y);

const turned = (line: FlatLine): FlatLine => {
	const points = Array.from({ length: line.length / 2 }, (_, at) =>
		line.subarray(2 * at, 2 * at + 2)
	);
	return Float64Array.from(points.reverse().flatMap((point) => [...point]));
};

/** Nine squares in a block; the one in the middle is the fifth. */
function block(change: (at: number, line: FlatLine) => FlatLine[] = (_, line) => [line]) {
	const borders = new OpenBorders();
	for (let at = 1; at <= 9; at++) {
		for (const line of change(at, square((at - 1) % 3, Math.floor((at - 1) / 3)))) {
			borders.add(at, line, false);
		}
	}
	return borders;
}

/** Units with an open border, and how many open edges there are. */
function unitsAndEdges(borders: OpenBorders): [number[], number] {
	const found = [...borders.list()];
	const edges = found.reduce((sum, { line }) => sum + line.length / 2 - 1, 0);
	return [[...new Set(found.map(({ ordinal }) => ordinal))], edges];
}

const OUTER = [1, 2, 3, 4, 6, 7, 8, 9];

describe('open borders', () => {
	it('are the outer border of a coverage', () => {
		expect(unitsAndEdges(block())).toEqual([OUTER, 12]);
	});

	it('do not depend on the way in which rings are run through', () => {
		expect(unitsAndEdges(block((at, line) => [at % 2 ? line : turned(line)]))).toEqual([OUTER, 12]);
	});

	it('are both sides beside a corner that the neighbour lacks', () => {
		const cornered = Float64Array.of(1, 1, 1, 2, 2, 2, 2, 1.5, 2, 1, 1, 1);
		const [units, edges] = unitsAndEdges(block((at, line) => [at === 5 ? cornered : line]));
		expect(units).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(edges).toBe(12 + 3);
	});

	it('are all borders of two that claim the same land', () => {
		const borders = block();
		borders.add(10, square(1, 1), false);
		expect(unitsAndEdges(borders)).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 12 + 4 + 4 + 4]);
	});

	it('are all borders of a coverage that stands twice in the file', () => {
		expect(unitsAndEdges(block((_, line) => [line, line]))[1]).toBe(2 * 9 * 4);
	});

	it('are those around a hole that nobody fills, and not those around one that somebody does', () => {
		expect(unitsAndEdges(block((at, line) => (at === 5 ? [] : [line])))[1]).toBe(12 + 4);
		const around = new OpenBorders();
		around.add(1, Float64Array.of(-1, -1, -1, 2, 2, 2, 2, -1, -1, -1), false);
		around.add(1, square(0, 0), true);
		around.add(2, square(0, 0), false);
		expect(unitsAndEdges(around)).toEqual([[1], 4]);
	});

	it('take corners for one that agree to a tenth of a millimetre', () => {
		const near = square(1, 1).map((value) => value + 4e-10);
		expect(unitsAndEdges(block((at, line) => [at === 5 ? near : line]))).toEqual([OUTER, 12]);
	});
});
