import { describe, expect, it } from 'vitest';
import { findHomeProvinces, type CodedCommune } from './home-provinces.ts';

const SIZES = new Map([
	['11', 6],
	['14', 4]
]);
const commune = (
	code: string,
	name: string,
	province?: string,
	...knownNames: string[]
): CodedCommune => ({
	code,
	name,
	province,
	knownNames
});
const DIEN_BIEN = ['A', 'B', 'C', 'D'].map((name) =>
	commune(`03${name}`, `Xã ${name}`, '11', name)
);
const SON_LA = ['E', 'F', 'G'].map((name) => commune(`04${name}`, `Xã ${name}`, '14', name));

describe('findHomeProvinces', () => {
	it('takes the province of most communes, and others that are there by half', () => {
		expect(findHomeProvinces([...DIEN_BIEN, SON_LA[0]!], SIZES, false)).toEqual(['11']);
		expect(findHomeProvinces([...DIEN_BIEN, ...SON_LA], SIZES, false)).toEqual(['11', '14']);
	});

	it('finds none where most codes are unknown', () => {
		const made = ['1', '2', '3', '4', '5'].map((code) => commune(code, code));
		expect(findHomeProvinces([...made, DIEN_BIEN[0]!], SIZES, false)).toEqual([]);
	});

	it('finds none where the codes are real but the names are not, if names count', () => {
		const renamed = DIEN_BIEN.map((each) => ({ ...each, name: 'Xã Tên Khác' }));
		expect(findHomeProvinces(renamed, SIZES, true)).toEqual([]);
		expect(findHomeProvinces(DIEN_BIEN, SIZES, true)).toEqual(['11']);
	});
});
