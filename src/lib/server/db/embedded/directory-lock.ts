import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDiskFull } from '../is-disk-full.ts';
import { DatabaseUnavailable } from '../unavailable.ts';

/** Who holds a data directory. */
interface Holder {
	pid: number;
	/** The kernel's start time of that process, where it tells; a pid alone may be used again. */
	processStart: string | null;
	command: string;
	since: string;
}

/**
 * Takes a data directory for this process alone: two processes on one embedded database destroy it.
 *
 * The lock of a process that no longer runs (killed, power cut) is taken over.
 *
 * @param command what this process does, for the message that another one would see
 * @returns a function that gives the lock back
 * @throws DatabaseUnavailable when another process holds it or the directory cannot be written
 */
export function lockDirectory(dataDir: string, command: string): () => void {
	const path = join(dataDir, 'lock.json');
	const mine: Holder = {
		pid: process.pid,
		processStart: processStart(process.pid),
		command,
		since: new Date().toISOString()
	};
	try {
		mkdirSync(dataDir, { recursive: true });
		for (;;) {
			if (tryCreate(path, mine)) break;
			const holder = readHolder(path);
			if (holder === undefined) continue;
			if (holder !== 'unreadable' && isRunning(holder)) {
				throw new DatabaseUnavailable({
					code: 'locked',
					holder: `${holder.command} (pid ${holder.pid})`,
					since: holder.since,
					dataDir
				});
			}
			takeAway(path, holder);
		}
	} catch (error) {
		if (error instanceof DatabaseUnavailable) throw error;
		if (isDiskFull(error)) throw new DatabaseUnavailable({ code: 'disk-full', dataDir });
		throw new DatabaseUnavailable({
			code: 'directory-not-writable',
			dataDir,
			detail: error instanceof Error ? error.message : String(error)
		});
	}
	return () => {
		const holder = readHolder(path);
		if (holder !== undefined && holder !== 'unreadable' && holder.pid === process.pid) {
			rmSync(path, { force: true });
		}
	};
}

/**
 * Creates the lock with its content in one stroke: were it empty for a moment, another process could take
 * it for a broken one.
 */
function tryCreate(path: string, holder: Holder): boolean {
	const draft = `${path}.new.${process.pid}`;
	try {
		writeFileSync(draft, JSON.stringify(holder));
		linkSync(draft, path);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	} finally {
		rmSync(draft, { force: true });
	}
}

function readHolder(path: string): Holder | 'unreadable' | undefined {
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
	try {
		return JSON.parse(text) as Holder;
	} catch {
		return 'unreadable';
	}
}

/**
 * Moves a dead holder's lock away. If another process was quicker and the file moved is its new lock,
 * that lock is put back.
 */
function takeAway(path: string, dead: Holder | 'unreadable'): void {
	const aside = `${path}.${process.pid}`;
	try {
		renameSync(path, aside);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
		throw error;
	}
	const moved = readHolder(aside);
	if (JSON.stringify(moved) === JSON.stringify(dead)) rmSync(aside, { force: true });
	else renameSync(aside, path);
}

function isRunning(holder: Holder): boolean {
	try {
		process.kill(holder.pid, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
	}
	return holder.processStart === null || processStart(holder.pid) === holder.processStart;
}

/** Field 22 of /proc/PID/stat; null where there is no /proc. */
function processStart(pid: number): string | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
	} catch {
		return null;
	}
}
