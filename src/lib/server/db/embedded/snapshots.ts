import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { vietnamDate } from '#lib/domain/today.ts';
import { writeWhole } from './write-whole.ts';

/** Number of latest snapshots that are kept. */
const LATEST_KEPT = 3;
/** Number of latest days of which the last snapshot is kept. */
const DAYS_KEPT = 7;

/** 2026-11-30T08-15-00.000Z.4711.tar.gz: when it was written, and the database's count of changes. */
const NAME = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)(?:\.(\d+))?\.tar\.gz$/;

/** A copy of the whole embedded database. */
export interface Snapshot {
	file: string;
	at: Date;
	/** The database's count of changes; undefined for copies of earlier versions of this product. */
	changes: string | undefined;
}

/** The snapshots of a data directory, the oldest first. */
export function listSnapshots(dataDir: string): Snapshot[] {
	const folder = join(dataDir, 'snapshots');
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.sort()
		.flatMap((name) => {
			const found = NAME.exec(name);
			if (!found) return [];
			const [, hour, minute, second, changes] = found;
			return [{ file: join(folder, name), at: new Date(`${hour}:${minute}:${second}`), changes }];
		});
}

/**
 * Writes a snapshot and removes those that are no longer kept.
 *
 * @param dump the copy, a compressed archive
 * @param changes the database's count of changes
 * @returns the file's path
 */
export function keepSnapshot(dataDir: string, dump: Uint8Array, changes: string): string {
	const folder = join(dataDir, 'snapshots');
	mkdirSync(folder, { recursive: true });
	const time = new Date().toISOString().replaceAll(':', '-');
	const file = join(folder, `${time}.${changes}.tar.gz`);
	writeWhole(file, dump);
	for (const old of supersededSnapshots(listSnapshots(dataDir))) rmSync(old.file);
	return file;
}

/**
 * The snapshots that may go: all but the latest three and the last one of each of the latest seven days that have one.
 *
 * @param snapshots the oldest first
 */
export function supersededSnapshots<S extends Pick<Snapshot, 'at'>>(snapshots: readonly S[]): S[] {
	const lastOfDay = new Map(snapshots.map((snapshot) => [vietnamDate(snapshot.at), snapshot]));
	const kept = new Set([
		...snapshots.slice(-LATEST_KEPT),
		...[...lastOfDay.values()].slice(-DAYS_KEPT)
	]);
	return snapshots.filter((snapshot) => !kept.has(snapshot));
}

/** Removes what a process that was killed left unfinished in a data directory. Call it with the directory locked. */
export function removeUnfinished(dataDir: string): void {
	for (const name of ['pgdata.unfinished', 'pgdata.restored', 'pgdata.restored.unfinished']) {
		rmSync(join(dataDir, name), { recursive: true, force: true });
	}
	const folder = join(dataDir, 'snapshots');
	if (!existsSync(folder)) return;
	for (const name of readdirSync(folder)) {
		if (!name.endsWith('.tar.gz')) rmSync(join(folder, name), { recursive: true, force: true });
	}
}
