import { describe, expect, it } from 'vitest';
import {
	coverageOf,
	DEFAULT_WEIGHTS,
	normaliseAll,
	rankScores,
	scoreAll,
	withoutCrime,
	type CriterionValues
} from './criteria.ts';
import { drawPlanRanks } from './plan-ranks.ts';

const values = (fields: CriterionValues = {}): CriterionValues => ({
	rate: 0,
	rising: 0,
	cluster: 0,
	relapse: 0,
	waiting: 3,
	models: 2,
	population: 5000,
	...fields
});

describe('criteria that rest on cases', () => {
	it('have a fixed scale: half is the mean, or no change', () => {
		const [usual, high, low, beyond] = normaliseAll(
			[
				values(),
				values({ rate: Math.log(2), rising: Math.log(2) / 2 }),
				values({ rate: -Math.log(4) }),
				values({ rate: 9, rising: -9 })
			],
			'min-max'
		);
		expect(usual).toMatchObject({ rate: 0.5, rising: 0.5, cluster: 0.5, relapse: 0.5 });
		expect(high).toMatchObject({ rate: 0.75, rising: 0.75 });
		expect(low!.rate).toBeCloseTo(0, 12);
		expect(beyond).toMatchObject({ rate: 1, rising: 0 });
	});

	it('are not blown up where communes hardly differ', () => {
		const alike = [0, 0.001, 0.002].map((rate) => values({ rate }));
		const scores = scoreAll(alike, DEFAULT_WEIGHTS, 'min-max').map(({ total }) => total!);
		expect(Math.max(...scores) - Math.min(...scores)).toBeLessThan(0.001);
	});

	it('weigh nothing where they rest on detection', () => {
		const weights = withoutCrime(DEFAULT_WEIGHTS);
		const [one, other] = scoreAll([values(), values({ rate: 5, relapse: 5 })], weights, 'min-max');
		expect(one!.total).toBe(other!.total);
	});
});

describe('figures that are missing', () => {
	it('switch a criterion off for all, visibly', () => {
		const all = [values(), values(), { ...values(), rising: undefined }].map(
			({ rising, ...rest }) => (rising === undefined ? rest : { ...rest, rising })
		);
		const coverage = coverageOf(all, DEFAULT_WEIGHTS);
		expect(coverage).toMatchObject({ missing: [], off: ['rising'] });
		const scores = scoreAll(all, coverage.weights, 'min-max').map(({ total }) => total);
		expect(new Set(scores).size).toBe(1);
	});

	it('of more than half make no plan', () => {
		const first = { waiting: 1, models: 0 };
		expect(coverageOf([first, first, values()], DEFAULT_WEIGHTS).missing).toEqual([
			'rate',
			'rising',
			'cluster',
			'relapse'
		]);
		expect(coverageOf([], DEFAULT_WEIGHTS)).toMatchObject({ missing: [], off: [] });
	});
});

it('ranks share a place where scores are the same', () => {
	expect(rankScores([0.5, 0.9, 0.5, undefined, 0.1])).toEqual([2, 1, 2, undefined, 4]);
});

describe('ranks over draws', () => {
	const unit = (unitId: number, deviation: number) => ({
		unitId,
		values: values({ rising: 0.1 * unitId }),
		neighbours: [],
		rising: { mean: 0.1 * unitId, deviation }
	});
	const level = (unitId: number, deviation: number) => ({
		unitId,
		people: 5000,
		level: { mean: 1, deviation }
	});

	it('of what is known are the ranks, and of what is not are anybody’s', () => {
		const ids = [1, 2, 3, 4, 5];
		const weights = { ...withoutCrime(DEFAULT_WEIGHTS), rising: 100, waiting: 0, models: 0 };
		const draw = (deviation: number) =>
			drawPlanRanks(
				ids.map((id) => unit(id, deviation)),
				ids.map((id) => level(id, 0)),
				...([weights, 'min-max', 2] as const)
			);
		expect(draw(0).map(({ low, high }) => [low, high])).toEqual([5, 4, 3, 2, 1].map((r) => [r, r]));
		for (const { low, high } of draw(2)) expect([low, high]).toEqual([1, 5]);
	});

	it('call ties ties: who is the same is first by lot', () => {
		const ids = [1, 2, 3, 4];
		const weights = { ...withoutCrime(DEFAULT_WEIGHTS), waiting: 10, models: 0 };
		const ranks = drawPlanRanks(
			ids.map((id) => ({ ...unit(id, 0), values: values() })),
			[],
			...([weights, 'min-max', 1] as const)
		);
		for (const { amongFirst, low, high } of ranks) {
			expect(Math.abs(amongFirst - 0.25)).toBeLessThan(0.06);
			expect([low, high]).toEqual([1, 4]);
		}
	});

	it('draw a neighbour’s level once, wherever it counts', () => {
		const weights = { ...withoutCrime(DEFAULT_WEIGHTS), cluster: 10, waiting: 0, models: 0 };
		const ranks = drawPlanRanks(
			[1, 2].map((id) => ({ ...unit(id, 0), neighbours: [9] })),
			[level(9, 1)],
			...([weights, 'min-max', 1] as const)
		);
		expect(Math.abs(ranks[0]!.amongFirst - 0.5)).toBeLessThan(0.06);
	});
});
