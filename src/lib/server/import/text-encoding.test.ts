import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode, findEncoding, findMisreading, reread } from './text-encoding.ts';

const NAMES = [
	'Xã Mường Nhé',
	'Phường Điện Biên Phủ',
	'Xã Huổi Lếnh',
	'Thị trấn Mường Chà',
	'Xã Sá Tổng'
];

/** Writes accents as the encoding has them: windows-1258 as letter and mark. */
function encode(text: string, codec: string): Buffer {
	if (codec !== 'windows-1258') return iconv.encode(text, codec);
	const parts = [...text.normalize('NFC')].map((letter) => {
		if (iconv.decode(iconv.encode(letter, codec), codec) === letter) return letter;
		const apart = letter.normalize('NFD');
		const tone = apart.match(/[\u0300\u0301\u0303\u0309\u0323]/u)?.[0] ?? '';
		return apart.replace(tone, '').normalize('NFC') + tone;
	});
	return iconv.encode(parts.join(''), codec);
}

describe.each([
	{ encoding: 'utf-8', codec: 'utf-8' },
	{ encoding: 'windows-1258', codec: 'windows-1258' },
	{ encoding: 'tcvn3', codec: 'tcvn' }
] as const)('$encoding', ({ encoding, codec }) => {
	const bytes = encode(NAMES.join('\n'), codec);

	it('is recognised by its bytes, and read', () => {
		expect(findEncoding(bytes)).toBe(encoding);
		expect(decode(bytes, encoding).split('\n')).toEqual(NAMES);
	});

	it.each(['iso-8859-1', 'windows-1252'])('is recognised when it was taken for %s', (taken) => {
		const decoder = new TextDecoder(taken);
		const misread = NAMES.map((name) => decoder.decode(encode(name, codec)));
		expect(findMisreading(misread)).toBe(encoding);
		expect(misread.map((name) => reread(name, encoding))).toEqual(NAMES);
	});
});

it('leaves alone what reads well', () => {
	expect(findMisreading(NAMES)).toBeUndefined();
	expect(findMisreading(NAMES.map((name) => name.normalize('NFD')))).toBeUndefined();
	expect(findMisreading(['Pu Nhi', 'Na Son'])).toBeUndefined();
	expect(findMisreading(['Café São Tomé'])).toBeUndefined();
});
