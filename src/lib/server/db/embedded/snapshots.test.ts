import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { keepSnapshot, listSnapshots, removeUnfinished, supersededSnapshots } from './snapshots.ts';

const folder = mkdtempSync(join(tmpdir(), 'diaban-unit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (time: string) => ({ at: new Date(time) });

it('keeps the latest three snapshots and the last one of each of seven days', () => {
	const days = Array.from({ length: 9 }, (_, day) => [
		at(`2026-11-0${day + 1}T02:00:00Z`),
		at(`2026-11-0${day + 1}T08:00:00Z`)
	]).flat();
	const today = ['01', '02', '03', '04'].map((hour) => at(`2026-11-10T${hour}:00:00Z`));
	const superseded = new Set(supersededSnapshots([...days, ...today]));
	const kept = [...days, ...today].filter((snapshot) => !superseded.has(snapshot));
	expect(kept.map((snapshot) => snapshot.at.toISOString().slice(0, 13))).toEqual([
		...[4, 5, 6, 7, 8, 9].map((day) => `2026-11-0${day}T08`),
		'2026-11-10T02',
		'2026-11-10T03',
		'2026-11-10T04'
	]);
});

it('tells the days of Vietnam apart', () => {
	// The first two are of the same evening in Greenwich, and of two days in Vietnam.
	const snapshots = [
		at('2026-11-10T16:59:00Z'),
		at('2026-11-10T17:01:00Z'),
		...['02', '03', '04'].map((hour) => at(`2026-11-12T${hour}:00:00Z`))
	];
	expect(supersededSnapshots(snapshots)).toEqual([]);
});

it('names a snapshot by its time and the count of changes, and reads that again', () => {
	const dataDir = join(folder, 'kept');
	const file = keepSnapshot(dataDir, Buffer.from('copy'), '4711');
	const [found] = listSnapshots(dataDir);
	expect(found).toMatchObject({ file, changes: '4711' });
	expect(Math.abs(Date.now() - (found?.at.getTime() ?? 0))).toBeLessThan(60_000);
	writeFileSync(join(dataDir, 'snapshots', '2020-01-01T10-11-12.000Z.tar.gz'), 'of before');
	expect(listSnapshots(dataDir)[0]).toMatchObject({
		at: new Date('2020-01-01T10:11:12Z'),
		changes: undefined
	});
});

it('removes what a killed process left, and no snapshot', () => {
	const dataDir = join(folder, 'killed');
	const file = keepSnapshot(dataDir, Buffer.from('copy'), '1');
	writeFileSync(`${file}.4242`, 'half');
	mkdirSync(join(dataDir, 'pgdata.unfinished'));
	mkdirSync(join(dataDir, 'pgdata'));
	removeUnfinished(dataDir);
	expect(readdirSync(dataDir).sort()).toEqual(['pgdata', 'snapshots']);
	expect(listSnapshots(dataDir).map((each) => each.file)).toEqual([file]);
});
