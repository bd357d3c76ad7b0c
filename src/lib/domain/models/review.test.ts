import { describe, expect, it } from 'vitest';
import { buildHistory, commune, merger } from '../fixtures/build-history.ts';
import type { ModelSite } from '../community-model.ts';
import { byUnit, modelSite, modelType } from './fixtures/model-site.ts';
import { reviewSites } from './review.ts';

const DATE = '2026-10-31';
const OLD = { validTo: '2025-06-30' };

/** 1 and 2 went into 3; 4 was closed and nobody came after it; 5 went on in parts. */
function review(sites: ModelSite[]) {
	const history = buildHistory({
		units: [
			commune(1, OLD),
			commune(2, OLD),
			commune(3, { validFrom: '2025-07-01' }),
			commune(4, OLD),
			commune(5, OLD),
			commune(6, { validFrom: '2025-07-01' })
		],
		successions: [
			merger(1, 3),
			merger(2, 3),
			merger(5, 3, { kind: 'part', populationWeight: 0.5 }),
			merger(5, 6, { kind: 'part', populationWeight: 0.5 })
		],
		models: [modelType('T1'), modelType('T2'), modelType('T3', { retiredOn: '2026-01-01' })],
		sites: byUnit(sites)
	});
	return reviewSites(history, DATE);
}
const codes = (sites: readonly ModelSite[]) => sites.map(({ code }) => code);

describe('sites for a person to look at', () => {
	it('are idle where they have no team, while they are active', () => {
		const { idle } = review([
			modelSite(1, { teams: 0 }),
			modelSite(2, { teams: 1 }),
			modelSite(3, { teams: 0, retiredOn: DATE }),
			modelSite(4, { teams: 0, foundedOn: '2026-11-01' })
		]);
		expect(codes(idle)).toEqual(['S1']);
	});

	it('are doubled by name in the commune of today, whatever accents and spaces', () => {
		const { doubled } = review([
			modelSite(1, { unitId: 1, name: 'Camera an ninh  bản Đông' }),
			modelSite(2, { unitId: 2, name: 'camera an ninh bản đồng' }),
			modelSite(3, { unitId: 2, name: 'Camera an ninh bản Tây' }),
			modelSite(4, { unitId: 2, name: 'Camera an ninh bản Đông', modelCode: 'T2' }),
			modelSite(5, { unitId: 1, name: 'Camera an ninh bản Đông', retiredOn: '2026-01-01' })
		]);
		expect(doubled.map((group) => ({ ...group, sites: codes(group.sites) }))).toEqual([
			{ sites: ['S1', 'S2'], sameName: true }
		]);
	});

	it('are doubled within 200 m, and hang together in one group', () => {
		const at = (metres: number): [number, number] => [103, 21 + metres / 110_727];
		const { doubled } = review([
			modelSite(1, { position: at(0) }),
			modelSite(2, { position: at(199), unitId: 2 }),
			modelSite(3, { position: at(390) }),
			modelSite(4, { position: at(600) }),
			modelSite(5, { position: null })
		]);
		expect(doubled.map(({ sites }) => codes(sites))).toEqual([['S1', 'S2', 'S3']]);
		expect(doubled[0]?.sameName).toBe(false);
		expect(doubled[0]?.nearestM).toBeCloseTo(191, 0);
	});

	it('are not doubled across communes', () => {
		expect(
			review([modelSite(1, { name: 'A' }), modelSite(2, { unitId: 6, name: 'A' })]).doubled
		).toEqual([]);
	});

	it('are orphaned of their type, their commune or their origin', () => {
		const { orphaned } = review([
			modelSite(1, { modelCode: 'T3' }),
			modelSite(2, { unitId: 4 }),
			modelSite(3, { replicatedFrom: 'gone' }),
			modelSite(4, { unitId: 4, modelCode: 'T3', replicatedFrom: 'gone' }),
			modelSite(5, { replicatedFrom: 'S1' }),
			modelSite(6, { unitId: 5 }),
			modelSite(7, { modelCode: 'T3', retiredOn: '2026-01-01' })
		]);
		expect(orphaned.map(({ site, reasons }) => [site.code, ...reasons])).toEqual([
			['S1', 'type-retired'],
			['S2', 'commune-closed'],
			['S3', 'origin-unknown'],
			['S4', 'type-retired', 'commune-closed', 'origin-unknown']
		]);
	});
});
