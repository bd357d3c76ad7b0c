import { describe, expect, it } from 'vitest';
import { readDecision, readScenario } from './scenario.ts';

const SENT = {
	name: ' Phương án 1 ',
	author: 'An',
	dataVersion: 3,
	month: '2026-10',
	track: 'TTATXH',
	frame: '2025-07-01',
	inputs: { count: 3 },
	outcome: {
		chosen: [{ code: '1', name: 'A', group: 'H', score: null, rank: null, cost: 0, reason: null }],
		value: 0
	}
};

describe('a scenario that was sent in', () => {
	it('is read, trimmed', () => {
		expect(readScenario(SENT)).toEqual({ ...SENT, name: 'Phương án 1' });
	});
	it('has no character that XML or a database forbids, down to what was put in', () => {
		const inputs = { exceptions: { '03203': 'vì\u0000\u000bthế' } };
		expect(readScenario({ ...SENT, name: 'A\u000bB\ud83d', inputs })).toMatchObject({
			name: 'A B',
			inputs: { exceptions: { '03203': 'vì\nthế' } }
		});
		expect(readDecision({ by: 'A\u000bB', reason: 'vì\u000bthế\uffff' })).toEqual({
			by: 'A B',
			reason: 'vì\nthế'
		});
	});
	it.each([
		[{ name: '' }],
		[{ name: 'x'.repeat(121) }],
		[{ author: 4 }],
		[{ dataVersion: 1.5 }],
		[{ month: '10/2026' }],
		[{ frame: 'today' }],
		[{ track: undefined }],
		[{ inputs: null }],
		[{ outcome: { chosen: [{ code: 1 }], value: 0 } }],
		[{ outcome: { chosen: [] } }],
		[{ outcome: { chosen: [{ ...SENT.outcome.chosen[0], reason: { loss: '1' } }], value: 0 } }]
	])('is refused where something is missing or too long: %j', (change) => {
		expect(readScenario({ ...SENT, ...change })).toBeUndefined();
	});
	it('is nothing where nothing was sent', () => {
		expect(readScenario(undefined)).toBeUndefined();
		expect(readDecision(null)).toBeUndefined();
		expect(readDecision({ by: 'A', reason: ' ' })).toBeUndefined();
		expect(readDecision({ by: ' A', reason: 'vì' })).toEqual({ by: 'A', reason: 'vì' });
	});
});
