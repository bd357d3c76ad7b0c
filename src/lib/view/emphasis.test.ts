import { expect, it } from 'vitest';
import { emphasised } from './emphasis.ts';

it('lays weight on what stands between two marks', () => {
	expect(emphasised('Cases **fell** a lot.')).toEqual([
		{ text: 'Cases ', strong: false },
		{ text: 'fell', strong: true },
		{ text: ' a lot.', strong: false }
	]);
	expect(emphasised('**All**')).toEqual([{ text: 'All', strong: true }]);
	expect(emphasised('')).toEqual([]);
});
