import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toMonth } from '#lib/domain/period.ts';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { listPlaces } from '#lib/server/queries/places.ts';
import { getProvince } from '#lib/server/province.ts';
import { readPlaces, type Place, type Places } from '#lib/view/place-wire.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';

describe.each(DRIVERS)('the places that the search finds, on $driver', ({ open }) => {
	let database: TestDatabase;
	let places: Places;
	beforeAll(async () => {
		database = await open();
		await loadDemonstration(database);
		const province = await getProvince(database.db);
		const listed = listPlaces(province, 'TTATXH', toMonth(2026, 10));
		// As it is sent over the border, and read there.
		places = readPlaces(JSON.parse(JSON.stringify(listed)));
	});
	afterAll(() => database.close());

	const named = (name: string): Place[] => places.communes.filter((each) => each.name === name);

	it('have a former commune once, with its heir and its last status', () => {
		expect(named('Noong Bua')).toEqual([
			{
				code: '03124',
				kind: 'Phường',
				name: 'Noong Bua',
				validFrom: '2017-01-01',
				validTo: '2025-06-30',
				district: 'Thành phố Điện Biên Phủ',
				now: [{ code: '03334', name: 'Phường Mường Thanh' }],
				formers: [],
				status: 'relapsed',
				since: '2024-04-24'
			}
		]);
	});

	it('have every commune in force, which belongs to nothing else', () => {
		const inForce = places.communes.filter(({ validTo }) => validTo === null);
		expect(inForce).toHaveLength(45);
		expect(inForce.every(({ now, district }) => now.length === 0 && district === null)).toBe(true);
		const merged = inForce.find(({ code }) => code === '03334');
		expect(merged?.formers).toContain('Noong Bua');
		expect(merged?.status).toBeNull();
	});

	it('lead every former commune to one in force', () => {
		const former = places.communes.filter(({ validTo }) => validTo !== null);
		expect(former.length).toBeGreaterThanOrEqual(129);
		const codes = new Set(
			places.communes.filter(({ validTo }) => validTo === null).map(({ code }) => code)
		);
		expect(former.filter(({ now }) => !codes.has(now[0]?.code ?? ''))).toEqual([]);
	});

	it('name nothing twice', () => {
		const list = places.communes.map(({ code, kind, name, validTo }) =>
			[code, kind, name, validTo].join(' ')
		);
		expect(new Set(list).size).toBe(list.length);
	});

	it('have the former districts with their years', () => {
		expect(places.districts).toHaveLength(10);
		expect(places.districts).toContainEqual({
			name: 'Huyện Mường Ảng',
			validFrom: '2017-01-01',
			validTo: '2025-06-30',
			communes: 10
		});
	});

	it('begin with the timeline', () => {
		expect([places.calendar, places.firstMonth]).toEqual(['calendar', toMonth(2017, 1)]);
	});
});
