import { describe, expect, it } from 'vitest';
import type { ModelSite } from '../community-model.ts';
import { toMonth } from '../period.ts';
import { adoptionCurve } from './adoption-curve.ts';
import { modelSite } from './fixtures/model-site.ts';

const TO = toMonth(2021, 12);
const sites = (...list: Partial<ModelSite>[]) =>
	list.map((fields, at) => modelSite(at + 1, fields));

describe('the adoption curve', () => {
	it('counts communes, not sites, from the first month on', () => {
		const communes = new Map([
			[1, sites({ foundedOn: '2020-03-31' }, { foundedOn: '2020-05-01' })],
			[2, sites({ foundedOn: '2020-05-02' })]
		]);
		const { points, of } = adoptionCurve(communes, 10, toMonth(2020, 6), 'calendar');
		expect(of).toBe(10);
		expect(points).toEqual([
			{ month: toMonth(2020, 3), communes: 1 },
			{ month: toMonth(2020, 4), communes: 1 },
			{ month: toMonth(2020, 5), communes: 2 },
			{ month: toMonth(2020, 6), communes: 2 }
		]);
	});

	it('falls where the last site of a commune is retired', () => {
		const communes = new Map([[1, sites({ foundedOn: '2020-01-10', retiredOn: '2020-03-10' })]]);
		const { points } = adoptionCurve(communes, 4, toMonth(2020, 3), 'calendar');
		expect(points.map((point) => point.communes)).toEqual([1, 1, 0]);
	});

	it('has the years from a tenth to half only where both were reached', () => {
		const founded = ['2018-01-05', '2019-07-05', '2020-01-05', '2020-07-05', '2021-01-05'];
		const communes = (count: number) =>
			new Map(founded.slice(0, count).map((foundedOn, at) => [at, sites({ foundedOn })]));
		expect(adoptionCurve(communes(5), 10, TO, 'calendar')).toMatchObject({
			tenth: toMonth(2018, 1),
			half: toMonth(2021, 1),
			years: 3
		});
		const four = adoptionCurve(communes(4), 10, TO, 'calendar');
		expect(four.tenth).toBe(toMonth(2018, 1));
		expect(four).not.toHaveProperty('half');
		expect(four).not.toHaveProperty('years');
		expect(adoptionCurve(communes(1), 11, TO, 'calendar')).not.toHaveProperty('tenth');
	});

	it('is the same up to a month, whatever comes after', () => {
		const early: [number, ModelSite[]] = [1, sites({ foundedOn: '2020-03-01' })];
		const late: [number, ModelSite[]] = [2, sites({ foundedOn: '2021-03-01' })];
		const without = adoptionCurve(new Map([early]), 5, TO, 'calendar').points.slice(0, 12);
		expect(adoptionCurve(new Map([early, late]), 5, TO, 'calendar').points.slice(0, 12)).toEqual(
			without
		);
	});

	it('is empty without sites', () => {
		expect(adoptionCurve(new Map(), 10, TO, 'calendar')).toEqual({ points: [], of: 10 });
	});
});
