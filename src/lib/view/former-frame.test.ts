import { describe, expect, it } from 'vitest';
import { formerFrame } from './former-frame.ts';

const FIRST = { from: '2017-01-01', months: { from: 1, to: 36 } };
const BEFORE = { from: '2020-01-01', months: { from: 37, to: 102 } };
const SHOWN = { from: '2025-07-01', months: { from: 103, to: 118 } };
const FRAMES = [FIRST, BEFORE, SHOWN];
const member = {
	id: 1,
	name: 'Xã A',
	shortName: 'A',
	label: [103, 21] as [number, number],
	status: 'met' as const
};
/** Made of a former commune until it has a record of its own in month 110. */
const UNITS = [
	{
		formers: [member, { ...member, id: 2 }],
		makeup: [
			{ from: 1, members: [member] },
			{ from: 110, members: [] }
		]
	}
];

describe('the boundaries of former communes', () => {
	it('are those before the ones in view', () => {
		expect(formerFrame(FRAMES, SHOWN, UNITS, 105)).toBe(BEFORE);
	});

	it('are those of the month where history is read on later boundaries', () => {
		expect(formerFrame(FRAMES, SHOWN, UNITS, 20)).toBe(FIRST);
	});

	it('are none once the new communes have records of their own', () => {
		expect(formerFrame(FRAMES, SHOWN, UNITS, 112)).toBeUndefined();
	});

	it('are none before the first ones', () => {
		expect(formerFrame(FRAMES, FIRST, UNITS, 5)).toBeUndefined();
	});
});
