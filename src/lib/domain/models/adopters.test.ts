import { describe, expect, it } from 'vitest';
import { buildHistory, commune, merger, statusEvent } from '../fixtures/build-history.ts';
import { toMonth } from '../period.ts';
import { adopters, countApproved } from './adopters.ts';
import { byUnit, modelSite } from './fixtures/model-site.ts';
import { sitesByCommune, sitesOfType } from './sites-by-commune.ts';

const OLD = { validTo: '2025-06-30' };
const NEW = { validFrom: '2025-07-01' };
const LAST = toMonth(2026, 10);

/** 1 and 2 went into 4; 3 went to 5 but for a fifth, which went to 4. */
const history = buildHistory({
	units: [commune(1, OLD), commune(2, OLD), commune(3, OLD), commune(4, NEW), commune(5, NEW)],
	successions: [
		merger(1, 4),
		merger(2, 4),
		merger(3, 5, { kind: 'part', populationWeight: 0.8 }),
		merger(3, 4, { kind: 'part', populationWeight: 0.2 })
	],
	sites: byUnit([
		modelSite(1, { unitId: 1, foundedOn: '2021-03-10' }),
		modelSite(2, { unitId: 2, foundedOn: '2020-02-10' }),
		modelSite(3, { unitId: 3, foundedOn: '2022-05-10' }),
		modelSite(4, { unitId: 5, foundedOn: '2026-01-10' }),
		modelSite(5, { unitId: 3, modelCode: 'T2', foundedOn: '2018-05-10' }),
		modelSite(6, { unitId: 2, foundedOn: '2018-01-01', retiredOn: '2018-01-01' })
	]),
	events: [
		statusEvent(2, 'approved', '2019-05-01'),
		statusEvent(3, 'proposed', '2019-05-01'),
		statusEvent(5, 'approved', '2026-03-01')
	]
});
const [before, after] = history.frames;

describe('communes by the month of their first site', () => {
	it('carries sites of former communes to the one that holds most of them', () => {
		expect([...adopters(history, after!, 'T1')]).toEqual([
			[4, toMonth(2020, 2)],
			[5, toMonth(2022, 5)]
		]);
	});

	it('leaves out what later boundaries brought, and what never ran', () => {
		expect([...adopters(history, before!, 'T1')]).toEqual([
			[1, toMonth(2021, 3)],
			[2, toMonth(2020, 2)],
			[3, toMonth(2022, 5)]
		]);
	});

	it('stops at the last month counted', () => {
		expect([...adopters(history, before!, 'T1', toMonth(2021, 2))]).toEqual([
			[2, toMonth(2020, 2)]
		]);
	});

	it('has the months of the reporting calendar where that one holds', () => {
		const reporting = { ...history, calendar: 'reporting' as const };
		const later = { ...reporting, sites: byUnit([modelSite(1, { foundedOn: '2021-03-15' })]) };
		expect([...adopters(later, before!, 'T1').values()]).toEqual([toMonth(2021, 4)]);
	});

	it('puts the earliest site of a commune first', () => {
		const found = sitesByCommune(history, after!, 'T1', LAST);
		expect(found.get(4)?.map(({ code }) => code)).toEqual(['S2', 'S1']);
		expect(found.get(5)?.map(({ code }) => code)).toEqual(['S3', 'S4']);
		expect(sitesOfType(history, 'T1', '2022-05-10').map(({ code }) => code)).toEqual([
			'S2',
			'S1',
			'S3'
		]);
	});
});

describe('adopters that were approved as well', () => {
	it('counts a merged commune with an approved former one', () => {
		expect(countApproved(history, [4, 5], 'order', toMonth(2025, 12))).toEqual({
			adopters: 2,
			approved: 1,
			tooMany: false
		});
	});

	it('gives no figure above one half', () => {
		expect(countApproved(history, [4, 5], 'order', LAST)).toMatchObject({
			approved: 2,
			tooMany: true
		});
		expect(countApproved(history, [1, 2, 3], 'order', LAST)).toMatchObject({
			approved: 1,
			tooMany: false
		});
	});

	it('knows other tracks and nobody', () => {
		expect(countApproved(history, [1, 2], 'drugs', LAST)).toMatchObject({ approved: 0 });
		expect(countApproved(history, [], 'order', LAST)).toEqual({
			adopters: 0,
			approved: 0,
			tooMany: false
		});
	});
});
