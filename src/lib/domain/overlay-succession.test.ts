import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSuccessions, deriveSuccession } from './overlay-succession.ts';

const share = (fromUnitId: number, toUnitId: number, areaShare: number) => ({
	fromUnitId,
	toUnitId,
	areaShare,
	areaM2: areaShare * 1e8
});

describe('successions from areas', () => {
	it('are whole where all but slivers lies in one unit', () => {
		expect(deriveSuccession([share(1, 9, 0.995), share(1, 8, 0.005)])).toEqual([
			{ fromUnitId: 1, toUnitId: 9, kind: 'whole', areaWeight: 1, areaM2: 0.995e8 }
		]);
	});

	it('are parts with weights that add up to one', () => {
		const some = fc.array(fc.double({ min: 0.02, max: 1, noNaN: true }), {
			minLength: 2,
			maxLength: 6
		});
		fc.assert(
			fc.property(some, (shares) => {
				const derived = deriveSuccession(shares.map((each, at) => share(1, at + 10, each)));
				const sum = derived.reduce((total, { areaWeight }) => total + areaWeight, 0);
				expect(sum).toBeCloseTo(1, 9);
				expect(derived.every(({ kind }) => kind === 'part')).toBe(true);
			})
		);
	});
});

describe('law against geometry', () => {
	it('lists the pairs of units about which they disagree, either way', () => {
		const law = [
			{ fromUnitId: 1, toUnitId: 9, areaWeight: 1 },
			{ fromUnitId: 2, toUnitId: 9, areaWeight: 1 }
		];
		const found = compareSuccessions(
			law,
			deriveSuccession([share(1, 9, 0.99), share(2, 9, 0.7), share(2, 8, 0.3)])
		);
		expect(found.map((each) => [each.fromUnitId, each.toUnitId, each.lawWeight])).toEqual([
			[2, 9, 1],
			[2, 8, 0]
		]);
		expect(found[1]!.areaM2).toBeCloseTo(0.3e8);
	});
});
