import { describe, expect, it } from 'vitest';
import { funnelLimits, funnelPlaceOf, placeInFunnel } from './funnel.ts';

describe('funnel', () => {
	it('has the published limits around ten cases', () => {
		expect(funnelLimits(10, { years: 0, communes: 0 })).toEqual({
			low998: 2,
			low95: 4,
			high95: 17,
			high998: 21
		});
		expect(funnelLimits(10, { years: 0.09, communes: 0.5 })).toEqual({
			low998: 0,
			low95: 3,
			high95: 20,
			high998: 54
		});
		expect(funnelLimits(10, { years: 0.1, communes: 0 })).toEqual({
			low998: 1,
			low95: 3,
			high95: 20,
			high998: 28
		});
	});

	it('holds a count within its limits', () => {
		const limits = funnelLimits(10, { years: 0, communes: 0 });
		const places = [1, 2, 3, 4, 17, 18, 21, 22].map((count) => funnelPlaceOf(count, limits));
		expect(places).toEqual([
			'far-below',
			'below',
			'below',
			'within',
			'within',
			'above',
			'above',
			'far-above'
		]);
	});

	it('expects nothing of nobody', () => {
		const limits = funnelLimits(0, { years: 0.1, communes: 0.1 });
		expect(limits).toEqual({ low998: 0, low95: 0, high95: 0, high998: 0 });
		expect(funnelPlaceOf(0, limits)).toBe('within');
	});

	it('holds a commune against the others, not against itself', () => {
		const areas = [40, 10, 10, 10].map((count) => ({ count, exposure: 5000 }));
		const [own, other] = placeInFunnel(areas, 0.02);
		expect(own).toMatchObject({ expected: 10, place: 'above' });
		expect(other?.expected).toBe(20);
		expect(placeInFunnel([{ count: 3, exposure: 5000 }], 0.02)).toEqual([undefined]);
	});
});
