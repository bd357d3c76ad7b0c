import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustForFalseDiscovery } from './false-discovery.ts';

describe('Benjamini–Hochberg', () => {
	it('adjusts the published example', () => {
		const adjusted = adjustForFalseDiscovery([0.01, 0.02, 0.03, 0.04, 0.05, 0.2, 0.5, 0.9]);
		const known = [0.08, 0.08, 0.08, 0.08, 0.08, 0.2667, 0.5714, 0.9];
		adjusted.forEach((value, at) => expect(value).toBeCloseTo(known[at]!, 4));
	});

	it('keeps the order and never makes anything likelier', () => {
		fc.assert(
			fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (ps) => {
				const adjusted = adjustForFalseDiscovery(ps);
				ps.forEach((p, i) => {
					expect(adjusted[i]).toBeGreaterThanOrEqual(p);
					ps.forEach((other, j) => {
						if (p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
					});
				});
			})
		);
	});
});
