import { describe, expect, it } from 'vitest';
import { buildHistory, commune, merger, statusEvent } from '../fixtures/build-history.ts';
import { toMonth } from '../period.ts';
import { listApprovals, studyRoles } from './groups.ts';

const GROUP = { from: toMonth(2021, 3), to: toMonth(2021, 6) };
const UNTIL = toMonth(2024, 6);

/** The role of a commune that was approved on a day. */
function roleOf(day: string | undefined): string | undefined {
	const history = buildHistory({
		units: [commune(1)],
		events: day === undefined ? [] : [statusEvent(1, 'approved', day)]
	});
	const [frame] = history.frames;
	return studyRoles(history, frame!, listApprovals(history), GROUP, UNTIL)[0];
}

describe('the role of a commune', () => {
	it.each([
		['2021-03-01', 'treated'],
		['2021-06-30', 'treated'],
		['2021-02-28', 'approved-otherwise'],
		['2021-07-01', 'approved-otherwise'],
		['2024-06-30', 'approved-otherwise'],
		['2024-07-01', 'control'],
		[undefined, 'control']
	])('approved on %s is %s', (day, role) => {
		expect(roleOf(day)).toBe(role);
	});

	it('goes by the first approval, however often it was approved', () => {
		const history = buildHistory({
			units: [commune(1)],
			events: [
				statusEvent(1, 'approved', '2021-04-15'),
				statusEvent(1, 'approved', '2023-04-15', { round: 2 })
			]
		});
		expect(listApprovals(history)).toEqual(new Map([[1, toMonth(2021, 4)]]));
	});

	/** A commune merged of three with so many people, of which the first was approved. */
	function roleOfMerged(people: readonly [number, number, number], day: string) {
		const before = { validTo: '2025-06-30' };
		const history = buildHistory({
			units: [
				...[1, 2, 3].map((id) => commune(id, before)),
				commune(9, { validFrom: '2025-07-01' })
			],
			successions: [merger(1, 9), merger(2, 9), merger(3, 9)],
			population: new Map(people.map((count, at) => [at + 1, new Map([[2021, count]])])),
			events: [statusEvent(1, 'approved', day)]
		});
		const frame = history.frames.at(-1);
		return studyRoles(history, frame!, listApprovals(history), GROUP, UNTIL)[0];
	}

	it('of a merged commune is treated from two thirds of its people on, else mixed', () => {
		expect(roleOfMerged([4000, 1000, 1000], '2021-04-15')).toBe('treated');
		expect(roleOfMerged([3900, 1100, 1000], '2021-04-15')).toBe('mixed');
		expect(roleOfMerged([1, 4000, 4000], '2021-04-15')).toBe('mixed');
	});

	it('of a merged commune is no control when a part was approved at another time', () => {
		expect(roleOfMerged([1000, 1000, 1000], '2019-04-15')).toBe('approved-otherwise');
		expect(roleOfMerged([1000, 1000, 1000], '2024-07-01')).toBe('control');
	});
});
