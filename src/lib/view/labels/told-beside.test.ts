import { expect, it } from 'vitest';
import { isToldBeside } from './told-beside.ts';

it('tells what is too small to be seen, and what no name on the map stands for', () => {
	expect(isToldBeside(26, 1, true)).toBe(true);
	expect(isToldBeside(26.5, 1, true)).toBe(false);
	expect(isToldBeside(26.5, 2, true)).toBe(true);
	expect(isToldBeside(400, 1, false)).toBe(true);
});
