import { describe, expect, it } from 'vitest';
import { cleanName, isCutFrom, nameDistance, readingsOf, splitKind, toneKey } from './unit-name.ts';

describe('splitKind', () => {
	it.each([
		['Xã Búng Lao', 'Xã', 'Búng Lao'],
		['XÃ BÚNG LAO', 'Xã', 'BÚNG LAO'],
		['X. Búng Lao', 'Xã', 'Búng Lao'],
		['X.Nậm Kè', 'Xã', 'Nậm Kè'],
		['P. Điện Biên Phủ', 'Phường', 'Điện Biên Phủ'],
		['P.5', 'Phường', '5'],
		['P5', 'Phường', '5'],
		['TT Tuần Giáo', 'Thị trấn', 'Tuần Giáo'],
		['TT. Tuần Giáo', 'Thị trấn', 'Tuần Giáo'],
		['TT.Tuần Giáo', 'Thị trấn', 'Tuần Giáo'],
		['T.T Tuần Giáo', 'Thị trấn', 'Tuần Giáo'],
		['T.T. Tuần Giáo', 'Thị trấn', 'Tuần Giáo'],
		['Tx Mường Lay', 'Thị xã', 'Mường Lay'],
		['TX. Mường Lay', 'Thị xã', 'Mường Lay'],
		['TP Điện Biên Phủ', 'Thành phố', 'Điện Biên Phủ'],
		['Công an xã Búng Lao', 'Xã', 'Búng Lao'],
		['Công an Búng Lao', '', 'Búng Lao'],
		['Công an P. Him Lam', 'Phường', 'Him Lam'],
		['CAX Búng Lao', 'Xã', 'Búng Lao'],
		['CAX. Búng Lao', 'Xã', 'Búng Lao'],
		['CAP Him Lam', 'Phường', 'Him Lam'],
		['CATT Tuần Giáo', 'Thị trấn', 'Tuần Giáo'],
		['CA xã Búng Lao', 'Xã', 'Búng Lao'],
		['CA X. Búng Lao', 'Xã', 'Búng Lao'],
		['CA Búng Lao', '', 'Búng Lao'],
		['Ca Thành', '', 'Ca Thành'],
		['Xã Ca Thành', 'Xã', 'Ca Thành'],
		['UBND xã Búng Lao', 'Xã', 'Búng Lao'],
		['Xã\u00a0Điện\u00a0Biên\u2009Phủ', 'Xã', 'Điện Biên Phủ'],
		['\u200bXã  Búng Lao ', 'Xã', 'Búng Lao'],
		['Đặc khu Trường Sa', 'Đặc khu', 'Trường Sa'],
		['Búng Lao', '', 'Búng Lao'],
		['Xa Dung', '', 'Xa Dung'],
		['Pa Ham', '', 'Pa Ham'],
		['Tân Thanh', '', 'Tân Thanh'],
		['Cao Bồ', '', 'Cao Bồ'],
		['Hua Ngài', '', 'Hua Ngài']
	])('%s', (text, kind, name) => {
		expect(splitKind(text)).toEqual({ kind, name });
	});

	it('takes decomposed text', () => {
		expect(splitKind('Xã Pú Nhung'.normalize('NFD'))).toEqual({ kind: 'Xã', name: 'Pú Nhung' });
	});
});

it('reads a kind without accents as a second meaning only', () => {
	expect(readingsOf('Xa Dung')).toEqual([
		{ kind: '', name: 'Xa Dung' },
		{ kind: 'Xã', name: 'Dung' }
	]);
	expect(readingsOf('Xã Xa Dung')).toHaveLength(1);
});

it('finds the tone wherever it is written', () => {
	expect(toneKey('Toả Tình')).toBe(toneKey('Tỏa Tình'));
	expect(toneKey('Thuỷ')).toBe(toneKey('Thủy'));
	expect(toneKey('Nà Tòng')).not.toBe(toneKey('Na Tông'));
});

it('removes what is left of a letter that was cut', () => {
	expect(cleanName('Mường L\ufffd')).toBe('Mường L');
});

describe('nameDistance', () => {
	it.each([
		['Hoà Bình', 'Hòa Bình', 0],
		['na tong', 'Nà Tòng', 1],
		['Quí Lộc', 'Quý Lộc', 1],
		['Ea Hleo', "Ea H'leo", 2],
		['Noong U', 'Nong U', 2],
		['Sín Chải', 'Xín Chải', 2],
		['Điện Bi', 'Điện Biên Phủ', 2]
	])('%s – %s', (written, known, expected) => {
		expect(nameDistance(written, known)).toBe(expected);
	});

	it('is large for another name', () => {
		expect(nameDistance('Leng Su Sìn', 'Sín Thầu')).toBeGreaterThan(5);
	});
});

it('knows a name that was cut', () => {
	expect(isCutFrom('Mường Nh', 'Mường Nhé')).toBe(true);
	expect(isCutFrom('Mường Nhé', 'Mường Nhé')).toBe(false);
	expect(isCutFrom('Mư', 'Mường Nhé')).toBe(false);
});
