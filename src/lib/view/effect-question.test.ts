import { describe, expect, it } from 'vitest';
import { parseEffectQuestion, readEffectQuestion } from './effect-question.ts';

const NOTHING = { years: undefined, without: [], model: undefined };
const read = (query: string) => readEffectQuestion(new URLSearchParams(query));
const parse = (query: string) => parseEffectQuestion(new URLSearchParams(query));

describe('a question about the effect', () => {
	it('is read from an address, years in either order', () => {
		const asked = { years: { from: 2019, to: 2021 }, without: ['03127', '03130'], model: 'camera' };
		expect(read('from=2021&to=2019&not=03127.03130&model=camera')).toEqual(asked);
		expect(parse('from=2021&to=2019&not=03127.03130&model=camera')).toEqual(asked);
		expect(read('to=2020')?.years).toEqual({ from: 2020, to: 2020 });
		expect(read('track=ANTT')).toEqual(NOTHING);
	});

	it('that cannot be understood is refused by the service and left out by the page', () => {
		for (const query of ['from=x', 'to=20210', 'not=a;b']) {
			expect(read(query), query).toBeUndefined();
			expect(parse(query), query).toEqual(NOTHING);
		}
	});
});
