import { describe, expect, it } from 'vitest';
import { funnelLimits, funnelPlaceOf } from './funnel.ts';

describe('funnel', () => {
	it('has the exact limits around ten events', () => {
		expect(funnelLimits(10)).toEqual({ low998: 2, low95: 4, high95: 17, high998: 21 });
	});

	it('holds a count within its limits', () => {
		const places = [1, 2, 3, 4, 17, 18, 21, 22].map((count) => funnelPlaceOf(count, 10));
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
		expect(funnelLimits(0)).toEqual({ low998: 0, low95: 0, high95: 0, high998: 0 });
		expect(funnelPlaceOf(0, 0)).toBe('within');
	});
});
