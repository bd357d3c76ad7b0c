import { expect, it } from 'vitest';
import { estimateTextWidth } from './text-width.ts';

it.each([
	[
		'Điện Biên Phủ',
		false,
		787 + 285 + 612 + 581 + 230 + 686 + 285 + 612 + 581 + 230 + 656 + 591 + 594
	],
	['Mường Nhé', false, 865 + 594 + 654 + 581 + 648 + 230 + 738 + 591 + 612],
	['Pu Nhi', true, 679 + 588 + 230 + 749 + 608 + 296]
])('estimates the width of %s within 3 %% of what the font file says', (text, bold, advances) => {
	const expected = (advances / 1000) * 11;
	expect(Math.abs(estimateTextWidth(text, 11, bold) / expected - 1)).toBeLessThan(0.03);
});

it('takes letters the same whether their accents are composed or not', () => {
	expect(estimateTextWidth('Tủa Chùa'.normalize('NFD'), 11, false)).toBe(
		estimateTextWidth('Tủa Chùa', 11, false)
	);
});
