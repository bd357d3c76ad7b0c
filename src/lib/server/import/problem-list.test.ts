import { describe, expect, it } from 'vitest';
import { ProblemList } from './problem-list.ts';

const codesOf = (problems: ProblemList) => problems.listed.map(({ code }) => code);

describe('a list of problems', () => {
	it('has errors before warnings, each in the order in which they were found', () => {
		const problems = new ProblemList('a.geojson');
		problems.warn('gap');
		problems.error('overlap');
		problems.warn('unmatched');
		problems.error('geometry-invalid');
		expect(codesOf(problems)).toEqual(['overlap', 'geometry-invalid', 'gap', 'unmatched']);
	});

	it('keeps an error that comes after more warnings than are listed', () => {
		const problems = new ProblemList('a.csv');
		for (let at = 0; at < 3000; at++) problems.warn('jump');
		problems.error('number-unreadable');
		expect(problems.listed).toHaveLength(1000);
		expect(problems.listed[0]?.code).toBe('number-unreadable');
		expect(problems.counts).toEqual({ errors: 1, warnings: 3000 });
	});

	it('takes over those of another list in that order', () => {
		const [own, other] = [new ProblemList('a.csv'), new ProblemList('b.csv')];
		own.warn('jump');
		other.warn('total-differs');
		other.error('value-missing');
		own.take(other);
		expect(codesOf(own)).toEqual(['value-missing', 'jump', 'total-differs']);
		expect(own.counts).toEqual({ errors: 1, warnings: 2 });
		own.clear();
		expect(own.listed).toEqual([]);
	});
});
