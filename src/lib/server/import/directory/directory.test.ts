import { expect, it } from 'vitest';
import { splitKind } from '#lib/domain/unit-name.ts';
import { loadDirectory, loadPastCommunes, loadProvinces, provinceLabel } from './directory.ts';

it('has the communes and provinces of today', () => {
	const communes = loadDirectory();
	const provinces = loadProvinces();
	expect([communes.length, provinces.length]).toEqual([3321, 34]);
	expect(new Set(communes.map(({ code }) => code)).size).toBe(3321);
	expect(communes.map(({ provinceCode }) => provinceCode).sort()).toEqual(
		expect.arrayContaining(provinces.map(({ code }) => code))
	);
	expect(communes.find(({ code }) => code === '03127')).toEqual({
		code: '03127',
		name: 'Điện Biên Phủ',
		kind: 'Phường',
		provinceCode: '11',
		position: [expect.closeTo(103.058, 2), expect.closeTo(21.415, 2)],
		areaKm2: expect.closeTo(57, 0),
		spreadKm: 0
	});
});

it('places every commune in the country, with an area', () => {
	const odd = loadDirectory().filter(
		({ position: [lon, lat], areaKm2 }) =>
			!(lon > 102 && lon < 118 && lat > 6 && lat < 23.5 && areaKm2 > 0)
	);
	expect(odd).toEqual([]);
});

it('gives each province the zones of VN-2000 that it may use', () => {
	const zones = new Map(loadProvinces().map(({ name, zones }) => [name, zones]));
	expect(zones.get('Điện Biên')).toEqual([9205]);
	expect(zones.get('Tuyên Quang')).toEqual([9211, 9209]);
	const known = new Set([5897, 5898, 5899, ...Array.from({ length: 14 }, (_, at) => 9205 + at)]);
	expect([...zones.values()].flat().filter((zone) => !known.has(zone))).toEqual([]);
	expect(provinceLabel('79')).toBe('Thành phố Hồ Chí Minh');
});

it('knows the former communes of Điện Biên', () => {
	const on = (date: string) =>
		loadPastCommunes().filter(
			({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo)
		).length;
	expect([on('2017-01-01'), on('2020-01-01'), on('2025-07-01')]).toEqual([130, 129, 0]);
});

it('has no commune whose name begins like a kind or an office in short', () => {
	const names = [...loadDirectory(), ...loadPastCommunes()].flatMap(({ name, kind }) => [
		[name, splitKind(name).name],
		[name, splitKind(`${kind} ${name}`).name]
	]);
	expect(names.filter(([name, read]) => name !== read)).toEqual([]);
});
