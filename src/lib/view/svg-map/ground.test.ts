import { describe, expect, it } from 'vitest';
import { TWO_SQUARES } from './fixtures.ts';
import { drawGround, extentOfUnits } from './ground.ts';
import { growExtent, placeExtent, wholeExtent } from './placing.ts';

const plain = ([lon, lat]: readonly [number, number]) =>
	[(lon - 103) * 100, (22 - lat) * 100] as const;

describe('boundaries as paths', () => {
	it('closes every unit, in whatever direction its borders run', () => {
		const { shapes } = drawGround(TWO_SQUARES, plain);
		expect(shapes.map(({ id, d }) => [id, d])).toEqual([
			[1, 'M100 100L100 0L0 0L0 100L100 100Z'],
			[2, 'M100 100L200 100L200 0L100 0L100 100Z']
		]);
	});

	it('has each border once, and in the outline only those of one unit', () => {
		const { borders, outline } = drawGround(TWO_SQUARES, plain);
		expect(borders.match(/M/g)).toHaveLength(3);
		expect(outline.match(/M/g)).toHaveLength(2);
		expect(outline).not.toContain('M100 100L100 0M');
	});

	it('leaves out points nearer than a pixel, but no end of a border', () => {
		const { borders } = drawGround(TWO_SQUARES, ([lon, lat]) => [lon / 10, lat / 10]);
		expect(borders).toBe('M10.4 2.1L10.4 2.2M10.4 2.2L10.4 2.1M10.4 2.1L10.4 2.2');
	});

	it('unpacks topologies whose arcs are steps on a grid', () => {
		const packed = {
			...TWO_SQUARES,
			transform: {
				scale: [0.5, 0.5] as [number, number],
				translate: [103, 21] as [number, number]
			},
			arcs: [
				[
					[2, 0],
					[0, 2]
				],
				[
					[2, 2],
					[-2, 0],
					[0, -2],
					[2, 0]
				],
				[
					[2, 0],
					[2, 0],
					[0, 2],
					[-2, 0]
				]
			]
		};
		expect(drawGround(packed, plain)).toEqual(drawGround(TWO_SQUARES, plain));
	});
});

describe('extents', () => {
	it('are those of the units asked for', () => {
		expect(extentOfUnits(TWO_SQUARES, new Set([2]))).toEqual([104, 21, 105, 22]);
		expect(extentOfUnits(TWO_SQUARES, new Set([9]))).toBeUndefined();
		expect(wholeExtent(TWO_SQUARES)).toEqual([103, 21, 105, 22]);
	});

	it('grow about their middle', () => {
		expect(growExtent([103, 21, 105, 22], 2)).toEqual([102, 20.5, 106, 22.5]);
	});

	it('stand in the middle of a picture, within its margin', () => {
		const place = placeExtent([103, 21, 105, 22], { width: 300, height: 300 }, 50);
		const [left, top] = place([103, 22]);
		const [right, bottom] = place([105, 21]);
		expect([left, right].map(Math.round)).toEqual([50, 250]);
		expect(Math.round(top + bottom)).toBe(300);
		expect(bottom).toBeGreaterThan(top);
	});
});
