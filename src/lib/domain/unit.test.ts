import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commune } from './fixtures/build-history.ts';
import { addDays, toMonth } from './period.ts';
import { findFrame, fullName, isValidOn, listFrames } from './unit.ts';

const START = '2017-01-01';
const LONGEST = 40;

const units = fc
	.array(
		fc.record({
			from: fc.nat({ max: LONGEST }),
			length: fc.option(fc.nat({ max: LONGEST }), { nil: null })
		}),
		{ maxLength: 12 }
	)
	.map((spans) =>
		spans.map(({ from, length }, index) =>
			commune(index + 1, {
				validFrom: addDays(START, from),
				validTo: length === null ? null : addDays(START, from + length)
			})
		)
	);

describe('listFrames', () => {
	it('puts each day on which a unit is valid into exactly one frame, with its units', () => {
		fc.assert(
			fc.property(units, (each) => {
				const frames = listFrames(each);
				for (let days = -1; days <= 2 * LONGEST + 2; days++) {
					const date = addDays(START, days);
					const valid = each.filter((unit) => isValidOn(unit, date)).map((unit) => unit.id);
					const holding = frames.filter(
						(frame) => frame.from <= date && (frame.to === null || date <= frame.to)
					);
					expect(holding.map((frame) => frame.unitIds)).toEqual(valid.length > 0 ? [valid] : []);
				}
			})
		);
	});
});

describe('findFrame', () => {
	const frames = listFrames([
		commune(1, { validFrom: '2017-01-01', validTo: '2019-12-31' }),
		commune(2, { validFrom: '2020-01-01', validTo: '2025-06-30' }),
		commune(3, { validFrom: '2025-07-01' })
	]);

	it.each([
		[toMonth(2016, 12), undefined],
		[toMonth(2019, 12), '2017-01-01'],
		[toMonth(2020, 1), '2020-01-01'],
		[toMonth(2025, 6), '2020-01-01'],
		[toMonth(2025, 7), '2025-07-01'],
		[toMonth(2099, 1), '2025-07-01']
	])('takes the frame of the last day of month %i', (month, from) => {
		expect(findFrame(frames, month, 'calendar')?.from).toBe(from);
	});
});

describe('fullName', () => {
	it('puts the kind before the name, where it is known', () => {
		expect(fullName({ kind: 'Xã', name: 'Pu Nhi' })).toBe('Xã Pu Nhi');
		expect(fullName({ kind: '', name: 'Pu Nhi' })).toBe('Pu Nhi');
	});
});
