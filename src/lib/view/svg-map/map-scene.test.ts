import { describe, expect, it } from 'vitest';
import { statusCode } from '#lib/domain/map-class.ts';
import { toMonth } from '#lib/domain/period.ts';
import { mergedSource } from '../fixtures/merged-source.ts';
import { parseViewParams } from '../view-params.ts';
import { TWO_SQUARES } from './fixtures.ts';
import { mapScene } from './map-scene.ts';

const MONTH = toMonth(2026, 10);
/** The same land as three former communes would have it: 11 and 12; 13 has no shape where it is left out. */
const parts = (...ids: number[]) => ({
	...TWO_SQUARES,
	objects: {
		units: {
			type: 'GeometryCollection' as const,
			geometries: ids.map((id, at) => ({
				type: 'Polygon' as const,
				id,
				arcs: at % 2 === 0 ? [[0, 1]] : [[2, -1]]
			}))
		}
	}
});
const scene = (query: string, former: ReturnType<typeof parts> | undefined) =>
	mapScene(
		{
			source: mergedSource(MONTH),
			month: MONTH,
			topology: TWO_SQUARES,
			parts: former,
			params: parseViewParams(new URLSearchParams(query)),
			extent: [103, 21, 105, 22]
		},
		{ width: 400, height: 300 }
	);

describe('the drawn map of a view', () => {
	it('paints former communes in their own shapes, and marks those that relapsed', () => {
		const { units, parts: painted, relapsed, formerBorders } = scene('', parts(11, 12, 13));
		expect(painted.map(({ id, code }) => [id, code])).toEqual([
			[11, statusCode('met')],
			[12, statusCode('relapsed')],
			[13, statusCode('none')]
		]);
		expect(units.map(({ id, code }) => [id, code])).toEqual([
			[1, statusCode('none')],
			[2, statusCode('active')]
		]);
		expect(relapsed.map(({ name }) => name)).toEqual(['B']);
		expect(formerBorders).not.toBe('');
	});

	it('falls back to the whole commune where a former one has no shape', () => {
		const { units, parts: painted } = scene('', parts(11, 12));
		expect(painted).toEqual([]);
		expect(units[0]?.code).toBe(statusCode('mixed'));
	});

	it('fades what is not in the light, and leaves out what lies outside the picture', () => {
		const { units } = scene('unit=00002', undefined);
		expect(units.map(({ id, faded }) => [id, faded])).toEqual([
			[1, true],
			[2, false]
		]);
		const all = scene('', undefined);
		expect(all.units.every(({ faded }) => !faded)).toBe(true);
		const near = mapScene(
			{
				source: mergedSource(MONTH),
				month: MONTH,
				topology: TWO_SQUARES,
				parts: undefined,
				params: parseViewParams(new URLSearchParams()),
				extent: [103, 21, 103.5, 22]
			},
			{ width: 100, height: 300 }
		);
		expect(near.units.map(({ id }) => id)).toEqual([1]);
	});
});
