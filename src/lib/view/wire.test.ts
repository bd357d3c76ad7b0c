import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClassMatrix } from '#lib/domain/class-matrix.ts';
import { decodeMatrix, encodeMatrix } from './wire.ts';

describe('a matrix on its way', () => {
	it('arrives as it was sent', () => {
		const matrix = fc
			.tuple(fc.nat({ max: 40 }), fc.nat({ max: 120 }), fc.nat({ max: 30_000 }))
			.chain(([units, months, fromMonth]) =>
				fc
					.uint8Array({ minLength: units * months, maxLength: units * months })
					.map((codes): ClassMatrix => {
						const unitIds = Array.from({ length: units }, (_, index) => index + 1);
						return { unitIds, fromMonth, months, codes };
					})
			);
		fc.assert(
			fc.property(matrix, (sent) => {
				const wire: unknown = JSON.parse(JSON.stringify(encodeMatrix(sent)));
				const arrived = decodeMatrix(wire as ReturnType<typeof encodeMatrix>, sent.unitIds);
				expect(arrived).toEqual(sent);
			})
		);
	});
});
