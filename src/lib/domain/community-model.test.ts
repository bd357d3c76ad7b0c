import { describe, expect, it } from 'vitest';
import { isActiveOn, SITE_BREAKS, SITE_RATE_BREAKS, siteClass } from './community-model.ts';

describe('siteClass', () => {
	it.each([
		[0, 0],
		[1, 1],
		[2, 1],
		[3, 2],
		[4, 2],
		[5, 3],
		[8, 3],
		[9, 4],
		[16, 4],
		[17, 5],
		[255, 5]
	])('puts %i sites into class %i', (sites, expected) => {
		expect(siteClass(sites)).toBe(expected);
	});

	it('takes rates as well', () => {
		expect(siteClass(0.01, SITE_RATE_BREAKS)).toBe(1);
		expect(siteClass(2.01, SITE_RATE_BREAKS)).toBe(2);
	});

	it('has at most five classes beside none', () => {
		expect(SITE_BREAKS.length + 1).toBe(5);
		expect(SITE_RATE_BREAKS.length + 1).toBe(5);
	});
});

describe('isActiveOn', () => {
	const site = { foundedOn: '2020-03-01', retiredOn: '2021-03-01' };

	it('holds from the day of founding until the day before retirement', () => {
		expect(isActiveOn(site, '2020-02-29')).toBe(false);
		expect(isActiveOn(site, '2020-03-01')).toBe(true);
		expect(isActiveOn(site, '2021-02-28')).toBe(true);
		expect(isActiveOn(site, '2021-03-01')).toBe(false);
		expect(isActiveOn({ ...site, retiredOn: null }, '2030-01-01')).toBe(true);
	});
});
