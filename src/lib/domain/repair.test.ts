import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumByUnit, type MendedShape, type RepairChange } from './repair.ts';

const CHANGE: fc.Arbitrary<RepairChange> = fc
	.tuple(fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 4 }), fc.nat(100))
	.map(([units, areaM2]) => {
		const [to = '', ...from] = units.map((unit) => `1000${unit} A`);
		return { kind: from.length === 0 ? 'gap' : 'overlap', areaM2, to, from, position: [103, 21] };
	});
const MENDED: fc.Arbitrary<MendedShape> = fc
	.tuple(fc.nat(5), fc.nat(1000), fc.nat(1000))
	.map(([unit, gainedM2, lostM2]) => {
		return { row: unit + 1, unit: `1000${unit} A`, reason: 'Self-intersection', gainedM2, lostM2 };
	});

describe('gains and losses of a repair', () => {
	it('are nothing for who keeps an overlap, and its area for everyone else who claimed it', () => {
		const sums = sumByUnit(
			[
				{ kind: 'overlap', areaM2: 35, to: 'A', from: ['B', 'C'], position: [103, 21] },
				{ kind: 'gap', areaM2: 20, to: 'B', from: [], position: [103, 21] }
			],
			[]
		);
		expect(sums).toEqual([
			{ unit: 'B', gainedM2: 20, lostM2: 35 },
			{ unit: 'C', gainedM2: 0, lostM2: 35 }
		]);
	});

	it('add up to the change of the whole area', () => {
		fc.assert(
			fc.property(fc.array(CHANGE), fc.array(MENDED), (changes, mended) => {
				const sums = sumByUnit(changes, mended);
				const moved = sums.reduce((sum, { gainedM2, lostM2 }) => sum + gainedM2 - lostM2, 0);
				const whole =
					changes.reduce(
						(sum, { kind, areaM2, from }) =>
							sum + (kind === 'gap' ? areaM2 : -areaM2 * from.length),
						0
					) + mended.reduce((sum, { gainedM2, lostM2 }) => sum + gainedM2 - lostM2, 0);
				expect(moved).toBe(whole);
			})
		);
	});
});
