import { describe, expect, it } from 'vitest';
import { buildHistory, commune, merger, statusEvent } from './fixtures/build-history.ts';
import type { History } from './history.ts';
import { toMonth } from './period.ts';
import { isEstimated, makeupClass, makeupOn, makeupRuns } from './reading.ts';
import type { StatusEvent } from './status.ts';

const OLD = { validFrom: '2020-01-01', validTo: '2025-06-30' };
const NEW = { validFrom: '2025-07-01' };

const classOn = (history: History, date: string, track = 'order') =>
	makeupClass(makeupOn(history, 10, track, date));

function compositionOn(history: History, date: string): Map<string, number> {
	const makeup = makeupOn(history, 10, 'order', date);
	const counts = new Map<string, number>();
	if (makeup === 'not-available' || 'own' in makeup) return counts;
	for (const { status } of makeup.members) counts.set(status, (counts.get(status) ?? 0) + 1);
	return counts;
}

/** Communes 1, 2 and 3 became 10. */
function merged(events: StatusEvent[]) {
	return buildHistory({
		units: [commune(1, OLD), commune(2, OLD), commune(3, OLD), commune(10, NEW)],
		successions: [merger(1, 10), merger(2, 10), merger(3, 10)],
		events
	});
}

describe('makeup of a merged commune', () => {
	it('is mixed when its former communes differed', () => {
		const history = merged([
			statusEvent(1, 'approved', '2021-01-01'),
			statusEvent(1, 'met', '2023-01-01'),
			statusEvent(2, 'met', '2024-01-01')
		]);
		const composition = new Map([
			['met', 2],
			['none', 1]
		]);
		expect(compositionOn(history, '2025-07-01')).toEqual(composition);
		expect(classOn(history, '2025-07-01')).toBe('mixed');
	});

	it('is theirs when they agreed', () => {
		const history = merged([1, 2, 3].map((id) => statusEvent(id, 'active', '2024-01-01')));
		expect(classOn(history, '2026-01-01')).toBe('active');
	});

	it('looks at their last day: what the merger itself closed does not count', () => {
		const history = merged(
			[1, 2, 3].flatMap((id) => [
				statusEvent(id, 'active', '2024-01-01'),
				statusEvent(id, 'succeeded', '2025-07-01')
			])
		);
		expect(compositionOn(history, '2025-07-01')).toEqual(new Map([['active', 3]]));
	});

	it('is its own as soon as it has a record', () => {
		const own = statusEvent(10, 'survey', '2025-09-15');
		const history = merged([statusEvent(1, 'met', '2023-01-01'), own]);
		expect(classOn(history, '2025-09-14')).toBe('mixed');
		expect(makeupOn(history, 10, 'order', '2025-09-15')).toEqual({ own: 'survey' });
	});

	it('does not mix tracks', () => {
		const history = merged([statusEvent(1, 'met', '2023-01-01', { track: 'drugs' })]);
		expect(classOn(history, '2026-01-01')).toBe('none');
		expect(classOn(history, '2026-01-01', 'drugs')).toBe('mixed');
	});

	it('counts the communes of an earlier merger one by one', () => {
		const history = buildHistory({
			units: [
				commune(1, { validTo: '2019-12-31' }),
				commune(2, { validTo: '2019-12-31' }),
				commune(3, { ...OLD }),
				commune(4, { ...OLD }),
				commune(10, NEW)
			],
			successions: [
				merger(1, 3, { effective: '2020-01-01' }),
				merger(2, 3, { effective: '2020-01-01' }),
				merger(3, 10),
				merger(4, 10)
			],
			events: [statusEvent(1, 'met', '2018-01-01')]
		});
		expect(compositionOn(history, '2025-07-01')).toEqual(
			new Map([
				['met', 1],
				['none', 2]
			])
		);
	});
});

describe('makeup before the merger and after the end', () => {
	const history = merged([
		statusEvent(1, 'approved', '2021-01-15'),
		statusEvent(2, 'approved', '2021-01-15'),
		statusEvent(1, 'met', '2023-01-01')
	]);

	it('is what the former communes were on that day', () => {
		expect(compositionOn(history, '2020-06-30')).toEqual(new Map([['none', 3]]));
		expect(classOn(history, '2020-06-30')).toBe('none');
		expect(compositionOn(history, '2022-06-30')).toEqual(
			new Map([
				['approved', 2],
				['none', 1]
			])
		);
	});

	it('is not available where boundaries are not known, nor of larger units', () => {
		expect(makeupOn(history, 10, 'order', '2019-12-31')).toBe('not-available');
		expect(makeupOn(history, 1, 'order', '2025-07-01')).toBe('not-available');
	});

	it('changes only in the months in which something happened', () => {
		const runs = makeupRuns(history, 10, 'order', { from: toMonth(2020, 1), to: toMonth(2026, 1) });
		expect(runs.map(({ from }) => from)).toEqual([
			toMonth(2020, 1),
			toMonth(2021, 1),
			toMonth(2023, 1)
		]);
	});

	it('rests on shares only where land went over in parts', () => {
		expect(isEstimated(history, 10)).toBe(false);
		const parted = buildHistory({
			units: [commune(1, OLD), commune(10, NEW), commune(11, NEW)],
			successions: [
				merger(1, 10, { kind: 'part', populationWeight: 0.6 }),
				merger(1, 11, { kind: 'part', populationWeight: 0.4 })
			]
		});
		expect(isEstimated(parted, 10)).toBe(true);
	});
});
