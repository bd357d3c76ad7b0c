import { describe, expect, it } from 'vitest';
import { encodeVietnamese } from '../fixtures/dbf.ts';
import { decode, findEncoding, findMisreading, reread } from '#lib/server/import/text-encoding.ts';

const NAMES = [
	'Xã Mường Nhé',
	'Phường Điện Biên Phủ',
	'Xã Huổi Lếnh',
	'Thị trấn Mường Chà',
	'Xã Sá Tổng'
];

describe.each([
	{ encoding: 'utf-8', codec: 'utf-8' },
	{ encoding: 'windows-1258', codec: 'windows-1258' },
	{ encoding: 'tcvn3', codec: 'tcvn' }
] as const)('$encoding', ({ encoding, codec }) => {
	const bytes = encodeVietnamese(NAMES.join('\n'), codec);

	it('is recognised by its bytes, and read', () => {
		expect(findEncoding(bytes)).toBe(encoding);
		expect(decode(bytes, encoding).split('\n')).toEqual(NAMES);
	});

	it.each(['iso-8859-1', 'windows-1252'])('is recognised when it was taken for %s', (taken) => {
		const decoder = new TextDecoder(taken);
		const misread = NAMES.map((name) => decoder.decode(encodeVietnamese(name, codec)));
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
