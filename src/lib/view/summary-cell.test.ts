import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryCode, type StatusClass } from '#lib/domain/map-class.ts';
import { mergedSource } from './fixtures/merged-source.ts';
import { summaryCodeAt, summaryRow } from './summary-cell.ts';
import { KEPT } from './status-sum.ts';

const MONTH = 24_000;

describe('rows of the summary', () => {
	it('are open with any commune on the way or relapsed, reached with one maintained, else unlisted', () => {
		expect(summaryRow(['none', 'met', 'relapsed'])).toBe('open');
		expect(summaryRow(['none', 'met'])).toBe('reached');
		expect(summaryRow(['exited', 'none'])).toBe('reached');
		expect(summaryRow(['none', 'none'])).toBe('unlisted');
		for (const status of ['proposed', 'approved', 'active', 'appraisal', 'not_met'] as const) {
			expect(summaryRow(['met', status])).toBe('open');
		}
	});

	it('do not depend on the order of former communes', () => {
		const statuses = fc.array(
			fc.constantFrom<StatusClass>('none', 'proposed', 'active', ...KEPT, 'relapsed', 'not_met')
		);
		fc.assert(
			fc.property(statuses, (list) => {
				expect(summaryRow([...list].reverse())).toBe(summaryRow(list));
			})
		);
	});
});

describe('cells of the summary', () => {
	it('join the former communes’ states with the trend; signs of a rise are a rise', () => {
		const source = mergedSource(MONTH);
		expect(summaryCodeAt(source, 0, MONTH)).toBe(summaryCode('open rising'));
		expect(summaryCodeAt(source, 1, MONTH)).toBe(summaryCode('open unclear'));
	});

	it('are the trend’s own class where the states are not here', () => {
		const { units, matrices } = mergedSource(MONTH);
		const { trend } = matrices;
		expect(trend).toBeDefined();
		const code = summaryCodeAt({ units, matrices: trend ? { trend } : {} }, 0, MONTH);
		expect(code).toBe(trend?.codes[0]);
	});
});
