import { describe, expect, it } from 'vitest';
import { spreadSite } from './fixtures/spread-site.ts';
import { findSource, learnersOf, typeSince } from './spread-source.ts';

const DAY = '2026-10-31';
const sites = [
	spreadSite(1, { foundedOn: '2018-04-18', closedOn: '2024-01-01' }),
	spreadSite(2, { unitId: 2, foundedOn: '2021-05-01', originId: 1 }),
	spreadSite(3, { unitId: 3, foundedOn: '2020-05-01', originId: 1 }),
	spreadSite(4, { unitId: 4, foundedOn: '2020-06-01', originId: 1, closedOn: '2020-07-01' }),
	spreadSite(5, { unitId: 5, foundedOn: '2022-06-01', originId: 2 }),
	spreadSite(6, { unitId: 2, type: 'T2', foundedOn: '2017-06-01', originId: 6 }),
	spreadSite(7, { unitId: 5, type: 'T2', foundedOn: '2023-06-01', originId: 6 })
];

describe('the source that others learnt from', () => {
	it('is the one with the most active copies, closed or not', () => {
		expect(findSource(sites, DAY, {})?.id).toBe(1);
		expect(findSource(sites, DAY, { type: 'T2' })?.id).toBe(6);
		expect(learnersOf(sites, 1, DAY).map(({ id }) => id)).toEqual([3, 2]);
		expect(learnersOf(sites, 6, DAY).map(({ id }) => id)).toEqual([7]);
	});

	it('is the earliest of those with as many, of the commune that is asked for', () => {
		expect(findSource(sites, DAY, { unit: 2 })?.id).toBe(6);
		expect(findSource(sites, DAY, { unit: 2, type: 'T1' })?.id).toBe(2);
	});

	it('is none before anybody copied', () => {
		expect(findSource(sites, '2019-12-31', {})).toBeUndefined();
		expect(findSource(sites, DAY, { unit: 5 })).toBeUndefined();
	});

	it('knows since when there is a type', () => {
		expect(typeSince(sites, 'T1')).toBe('2018-04-18');
		expect(typeSince(sites, 'T9')).toBeUndefined();
	});
});
