import { describe, expect, it } from 'vitest';
import { markMatch, matchText, toWanted } from './match-text.ts';

const marked = (name: string, text: string): string | undefined => {
	const wanted = toWanted(text);
	const match = wanted && matchText(name, wanted);
	return (
		match &&
		markMatch(name, match)
			.map(({ text, look }) => (look === 'strong' ? `[${text}]` : text))
			.join('')
	);
};
const rank = (name: string, text: string): number => {
	const wanted = toWanted(text) ?? expect.fail();
	return matchText(name, wanted)?.rank ?? expect.fail(`${text} is not in ${name}`);
};

describe('matchText', () => {
	it.each([
		['Noọng Hẹt', 'noong', '[Noọng] Hẹt'],
		['Điện Biên', 'dien b', '[Điện B]iên'],
		['Điện Biên', 'ĐIỆN', '[Điện] Biên'],
		['Mường Đun', 'd', 'Mường [Đ]un'],
		['Mường Thanh', 'uong', 'M[ường] Thanh'],
		["Ea H'Leo", 'hleo', "Ea [H'Leo]"],
		["Ea H'Leo", 'h’leo', "Ea [H'Leo]"],
		['Pá-Khoang', 'pa khoang', '[Pá-Khoang]']
	])('finds in %s what was typed as "%s"', (name, text, expected) => {
		expect(marked(name, text)).toBe(expected);
		expect(marked(name.normalize('NFD'), text.normalize('NFD'))).toBe(expected.normalize('NFC'));
	});

	it('finds a tone wherever it is written', () => {
		expect(rank('Toả Tình', 'tỏa')).toBe(rank('Tỏa Tình', 'tỏa'));
		expect(rank('Toả Tình', 'tỏa')).toBeLessThan(rank('Toà Tình', 'tỏa'));
	});

	it('does not find a single letter inside a word', () => {
		expect(marked('Mường', 'u')).toBeUndefined();
		expect(toWanted(' ’ ')).toBeUndefined();
	});

	it('ranks accents as typed first, then whole, beginning, word and inside', () => {
		const names = ['Na', 'Na Son', 'Sín Na', 'Đina', 'Nà', 'Nà Sơn'];
		expect(names.toSorted((a, b) => rank(a, 'na') - rank(b, 'na'))).toEqual([
			'Na',
			'Nà',
			'Na Son',
			'Nà Sơn',
			'Sín Na',
			'Đina'
		]);
		const accented = ['Na', 'Nà Sơn', 'Đinà', 'Nà'];
		expect(accented.toSorted((a, b) => rank(a, 'nà') - rank(b, 'nà'))).toEqual([
			'Nà',
			'Nà Sơn',
			'Đinà',
			'Na'
		]);
	});
});
