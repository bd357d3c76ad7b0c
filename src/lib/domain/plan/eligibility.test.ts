import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES, ineligibilityOf, isMaintained, type Standing } from './eligibility.ts';
import type { Status } from '../status.ts';

const standing = (status: Status, since = '2020-05-01'): Standing => ({
	known: true,
	members: [{ name: 'Xã A', status, since }]
});
const DATE = '2026-10-31';

describe('who may be chosen', () => {
	it.each([
		['none', 0],
		['survey', 1],
		['proposed', 1],
		['approved', 1],
		['active', 1],
		['appraisal', 1],
		['not_met', 1],
		['met', 0],
		['exited', 0],
		['relapsed', 0]
	] as const)('a commune that is %s has %d reasons against it', (status, count) => {
		expect(ineligibilityOf(standing(status), DEFAULT_RULES, DATE)).toHaveLength(count);
	});

	it('not one that was recognised within the year, unless the rule is off', () => {
		const [reason] = ineligibilityOf(standing('met', '2025-11-01'), DEFAULT_RULES, DATE);
		expect(reason).toEqual({ rule: 'newly-recognised', name: 'Xã A', since: '2025-11-01' });
		expect(ineligibilityOf(standing('met', '2025-10-31'), DEFAULT_RULES, DATE)).toEqual([]);
		const off = { underWay: false, newlyRecognisedYears: 0, maintained: false };
		expect(ineligibilityOf(standing('met', '2026-10-01'), off, DATE)).toEqual([]);
		expect(ineligibilityOf(standing('active'), off, DATE)).toEqual([]);
	});

	it('names each former commune that stands in the way, and what is not known', () => {
		const merged: Standing = {
			known: true,
			members: [
				{ name: 'Xã A', status: 'active', since: '2024-01-01' },
				{ name: 'Xã B', status: 'none', since: undefined },
				{ name: 'Xã C', status: 'proposed', since: '2024-01-01' }
			]
		};
		expect(ineligibilityOf(merged, DEFAULT_RULES, DATE).map((each) => each.rule)).toEqual([
			'under-way',
			'under-way'
		]);
		expect(ineligibilityOf({ known: false, members: [] }, DEFAULT_RULES, DATE)).toEqual([
			{ rule: 'unknown' }
		]);
	});

	it('leaves out what is all kept up only where somebody wants it so', () => {
		const kept: Standing = {
			known: true,
			members: [
				{ name: 'Xã A', status: 'met', since: '2020-01-01' },
				{ name: 'Xã B', status: 'met', since: '2020-01-01' }
			]
		};
		expect(isMaintained(kept)).toBe(true);
		expect(ineligibilityOf(kept, DEFAULT_RULES, DATE)).toEqual([]);
		const rules = { ...DEFAULT_RULES, maintained: true };
		expect(ineligibilityOf(kept, rules, DATE)).toEqual([{ rule: 'maintained' }]);
		for (const other of [standing('exited'), standing('none'), { known: false, members: [] }]) {
			expect(isMaintained(other)).toBe(false);
		}
	});
});
