import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitNegativeBinomial } from './negative-binomial.ts';

/** Days absent from school of children in rural New South Wales (Aitkin 1978): `quine` in R's MASS. */
const children = readFileSync(new URL('./fixtures/quine.csv', import.meta.url), 'utf8')
	.trim()
	.split('\n')
	.slice(1)
	.map((line) => line.split(','));

describe('negative binomial regression', () => {
	it('agrees with R’s glm.nb', () => {
		const rows = children.map(([ethnicity, sex, age, learner]) => [
			1,
			...[ethnicity === 'N', sex === 'M', age === 'F1', age === 'F2', age === 'F3'].map(Number),
			Number(learner === 'SL')
		]);
		const days = children.map((child) => Number(child[4]));
		const fit =
			fitNegativeBinomial(rows, days, new Array<number>(days.length).fill(0)) ?? expect.fail();
		expect(fit.theta).toBeCloseTo(1.2748926, 6);
		expect(fit.thetaError).toBeCloseTo(0.1610352, 5);
		expect(2 * fit.logLikelihood).toBeCloseTo(-1093.15102, 4);
		const r = [2.89458002, -0.5693717, 0.08232026, -0.44842815, 0.08808014, 0.35690095, 0.29210914];
		fit.coefficients.forEach((value, at) => expect(value).toBeCloseTo(r[at]!, 5));
	});

	it('is not given where counts vary no more than Poisson', () => {
		const counts = [4, 5, 4, 5, 4, 5];
		const rows = counts.map(() => [1]);
		expect(
			fitNegativeBinomial(
				rows,
				counts,
				counts.map(() => 0)
			)
		).toBeUndefined();
	});
});
