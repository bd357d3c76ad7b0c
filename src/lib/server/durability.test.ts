import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Snapshot } from './db/embedded/snapshots.ts';
import { Durability, isSnapshotDue } from './durability.ts';

const NOW = new Date('2026-11-30T09:00:00Z');
const taken = (changes: string | undefined, at = '2026-11-30T02:00:00Z'): Snapshot => ({
	file: 'copy',
	at: new Date(at),
	changes
});

beforeEach(() => vi.useFakeTimers({ now: NOW }));
afterEach(() => vi.useRealTimers());

it.each([
	['there is none', '5', undefined, true],
	['the latest does not tell what it holds', '5', taken(undefined), true],
	['nothing changed since, on whatever day', '5', taken('5', '2026-11-01T02:00:00Z'), false],
	['something changed, and the day has one', '6', taken('5'), false],
	[
		'something changed, and the latest is of yesterday',
		'6',
		taken('5', '2026-11-29T09:00:00Z'),
		true
	],
	['200 changes came', '205', taken('5'), true],
	['199 changes came', '204', taken('5'), false],
	['a copy was restored', '4', taken('5'), true]
])('says whether a snapshot is due: %s', (_, changes, last, due) => {
	expect(isSnapshotDue(changes, last, NOW)).toBe(due);
});

/** A database that counts what is done to it. */
function createDatabase() {
	const done: string[] = [];
	const database = {
		count: '5',
		changes: async () => database.count,
		flush: async () => void done.push('flush'),
		snapshot: async () => {
			done.push('snapshot');
			return 'copy';
		}
	};
	return { database, done };
}

it('forces changes to disk within a minute, and only changes', async () => {
	const { database, done } = createDatabase();
	const durability = new Durability(database, {
		latest: () => taken('5'),
		onfailure: () => undefined
	});
	durability.start();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(done).toEqual(['flush']);
	await vi.advanceTimersByTimeAsync(180_000);
	expect(done).toEqual(['flush']);
	database.count = '6';
	await vi.advanceTimersByTimeAsync(60_000);
	expect(done).toEqual(['flush', 'flush']);
	await durability.stop();
	expect(done).toEqual(['flush', 'flush', 'snapshot']);
});

it('writes no snapshot when it stops and nothing changed', async () => {
	const { database, done } = createDatabase();
	await new Durability(database, { latest: () => taken('5'), onfailure: vi.fn() }).stop();
	expect(done).toEqual([]);
});

it('does nothing more once it was cancelled', async () => {
	const { database, done } = createDatabase();
	const durability = new Durability(database, { latest: () => undefined, onfailure: vi.fn() });
	durability.start();
	durability.cancel();
	await vi.advanceTimersByTimeAsync(300_000);
	expect(done).toEqual([]);
});

it('reports a failure and goes on', async () => {
	const { database, done } = createDatabase();
	const onfailure = vi.fn();
	const durability = new Durability(
		{ ...database, flush: () => Promise.reject(new Error('ENOSPC')) },
		{ latest: () => undefined, onfailure }
	);
	durability.start();
	await vi.advanceTimersByTimeAsync(120_000);
	expect(onfailure).toHaveBeenCalledTimes(2);
	await durability.stop();
	expect(done).toEqual(['snapshot']);
});
