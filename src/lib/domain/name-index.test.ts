import { describe, expect, it } from 'vitest';
import { NameIndex } from './name-index.ts';

const UNITS = [
	{ code: '03263', name: 'Nà Tòng', kind: 'Xã' },
	{ code: '03365', name: 'Na Tông', kind: 'Xã' },
	{ code: '03280', name: 'Tỏa Tình', kind: 'Xã' },
	{ code: '03151', name: 'Mường Lay', kind: 'Phường' },
	{ code: '03152', name: 'Mường Lay', kind: 'Xã' },
	{ code: '03371', name: 'Nong U', kind: 'Xã' },
	{ code: '03203', name: 'Xa Dung', kind: 'Xã' },
	{ code: '03158', name: 'Sín Thầu', kind: 'Xã' },
	{ code: '03155', name: 'Leng Su Sìn', kind: 'Xã' },
	{ code: '03127', name: 'Điện Biên Phủ', kind: 'Phường' }
];
const byCode = (code: string) => UNITS.find((unit) => unit.code === code)!;

describe('NameIndex', () => {
	const index = new NameIndex(UNITS);
	it.each([
		['Xã Nà Tòng', ['03263']],
		['Xã Na Tông', ['03365']],
		['Na Tong', ['03263', '03365']],
		['Toả Tình', ['03280']],
		['Toa Tinh', ['03280']],
		['X.Toả Tình', ['03280']],
		['Phường Mường Lay', ['03151']],
		['P. Mường Lay', ['03151']],
		['Mường Lay', ['03151', '03152']],
		['Xa Dung', ['03203']],
		['Xa Nong U', ['03371']],
		['Xã\u00a0Nong\u00a0U', ['03371']],
		['Mường Nhé', []]
	])('%s', (text, codes) => {
		expect(index.find(text).map(({ code }) => code)).toEqual(codes);
	});
});

describe('NameIndex, beside a code', () => {
	const index = new NameIndex(UNITS);
	const judge = (code: string, text: string) => {
		const own = byCode(code);
		const verdict = index.judge(text, own, () => true);
		return verdict.is === 'another' ? verdict.other.code : verdict.is;
	};
	it.each([
		['03371', 'Xã Nong U', 'same'],
		['03371', 'nong u', 'same'],
		['03371', 'Noong U', 'differs'],
		['03280', 'Toả Tình', 'same'],
		['03127', 'Phường Điện Bi', 'cut'],
		['03127', 'Pu Ta Leng', 'unlike'],
		['03158', 'Leng Su Sìn', '03155'],
		['03365', 'Nà Tòng', '03263'],
		['03365', 'Nà Tông', 'same'],
		['03158', 'Leng Su Sin', '03155'],
		['03158', 'Lèng Su Sình', '03155']
	])('%s %s: %s', (code, text, verdict) => {
		expect(judge(code, text)).toBe(verdict);
	});

	it('counts near names of those only that come into question, but the very name of any', () => {
		const own = byCode('03371');
		const none = () => false;
		expect(index.judge('Xã Xa Dun', own, () => true)).toMatchObject({ is: 'another' });
		expect(index.judge('Xã Xa Dun', own, none)).toEqual({ is: 'unlike' });
		expect(index.judge('Leng Su Sìn', own, none)).toMatchObject({ is: 'another' });
	});

	it('takes a near spelling for a slip, though a unit of another date is called so', () => {
		const units = new NameIndex([
			{ name: 'Xín Chải', kind: 'Xã', now: true },
			{ name: 'Sín Chải', kind: 'Xã', now: false }
		]);
		const [own] = units.find('Xín Chải');
		expect(units.judge('Sín Chải', own!, ({ now }) => now)).toEqual({ is: 'differs' });
		expect(units.judge('Sín Chải', own!, () => true)).toMatchObject({ is: 'another' });
	});

	it('suggests near names, the nearest first', () => {
		expect(index.suggest('Sín Thâu', () => true, 3).map(({ code }) => code)).toEqual(['03158']);
		expect(index.suggest('Sen Thàu', () => true, 3).map(({ code }) => code)).toEqual(['03158']);
	});
});
