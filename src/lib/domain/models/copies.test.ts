import { describe, expect, it } from 'vitest';
import type { ModelSite } from '../community-model.ts';
import { traceCopies } from './copies.ts';
import { modelSite } from './fixtures/model-site.ts';

function trace(sites: ModelSite[], others: ModelSite[] = []) {
	const known = new Map([...sites, ...others].map((site) => [site.code, site]));
	return traceCopies(sites, (code) => known.get(code), 'calendar');
}

describe('who copied from whom', () => {
	const chain = [
		modelSite(1, { foundedOn: '2018-01-20' }),
		modelSite(2, { foundedOn: '2018-05-01', replicatedFrom: 'S1' }),
		modelSite(3, { foundedOn: '2018-07-01', replicatedFrom: 'S1' }),
		modelSite(4, { foundedOn: '2019-07-01', replicatedFrom: 'S2' }),
		modelSite(5, { foundedOn: '2020-01-01', replicatedFrom: 'S4' })
	];

	it('counts children, generations and the median of months to copy', () => {
		const found = trace(chain);
		expect(found).toMatchObject({ sites: 5, stated: 4, unknown: 0, enough: true });
		expect(found.children.map(({ site, copies }) => [site.code, copies])).toEqual([
			['S1', 2],
			['S2', 1],
			['S4', 1]
		]);
		expect(found.generations).toEqual([1, 2, 1, 1]);
		// 4, 6, 14 and 6 months.
		expect(found.medianMonths).toBe(6);
	});

	it('takes the middle of two where copies are even in number', () => {
		expect(trace(chain.slice(0, 3)).medianMonths).toBe(5);
	});

	it('says nothing about spreading below four stated origins in five', () => {
		const alone = modelSite(6, { foundedOn: '2020-02-01' });
		expect(trace([...chain, alone])).toMatchObject({ stated: 4, sites: 6, enough: false });
		expect(trace([])).toMatchObject({ sites: 0, enough: false, generations: [], children: [] });
	});

	it('follows an origin of another type', () => {
		const other = modelSite(9, { code: 'X9', modelCode: 'T2', foundedOn: '2017-01-01' });
		const found = trace([modelSite(1, { foundedOn: '2017-03-01', replicatedFrom: 'X9' })], [other]);
		expect(found).toMatchObject({ generations: [0, 1], medianMonths: 2 });
	});

	it('has no months and no generation where the origin is not there, younger, or itself', () => {
		const found = trace([
			modelSite(1, { replicatedFrom: 'nowhere' }),
			modelSite(2, { foundedOn: '2019-01-01', replicatedFrom: 'S3' }),
			modelSite(3, { foundedOn: '2019-06-01', replicatedFrom: 'S2' }),
			modelSite(4, { replicatedFrom: 'S4' })
		]);
		expect(found).toMatchObject({ stated: 4, unknown: 1, generations: [3, 1], medianMonths: 5 });
	});

	it('counts copies of one day in the order of their rows', () => {
		const found = trace([
			modelSite(1, { foundedOn: '2020-01-01' }),
			modelSite(2, { foundedOn: '2020-01-01', replicatedFrom: 'S1' })
		]);
		expect(found).toMatchObject({ generations: [1, 1], medianMonths: 0 });
	});
});
