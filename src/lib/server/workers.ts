import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './db/database.ts';
import { ExportPool } from './exports/export-pool.ts';
import { JobQueue, type JobWatch } from './jobs/job-queue.ts';
import { JobLog, serverName } from './jobs/job-log.ts';
import { holdDataState, releaseDataState } from './province.ts';
import type { Settings } from './settings.ts';

/* What works on an open database beside the requests: tasks on files, and the pool that makes files. */

const MINUTE_MS = 60_000;
/** Files that may wait for a thread of the pool. */
const MOST_WAITING_EXPORTS = 12;

/** Makes files from an open database. */
export function createExportPool(database: Database, settings: Settings): ExportPool {
	return new ExportPool(database, {
		limitMs: settings.jobMinutes * MINUTE_MS,
		memoryMb: settings.jobMemoryMb,
		mostWaiting: MOST_WAITING_EXPORTS
	});
}

/**
 * Runs tasks on files, after those that a former run left behind were recorded as ended.
 *
 * The embedded database answers one at a time: while a task has it, pages are answered from what is known,
 * which nobody else can have changed.
 *
 * @param onlogfailure the table of tasks could not be written; the tasks themselves go on
 */
export async function createJobQueue(
	database: Database,
	settings: Settings,
	onlogfailure: (error: unknown) => void
): Promise<JobQueue> {
	const embedded = database.kind === 'pglite';
	const watch: JobWatch = {
		async begin(kind) {
			if (kind === 'load') await database.snapshot();
			if (embedded) await holdDataState(database.db);
		},
		end() {
			if (embedded) releaseDataState();
		}
	};
	const jobLog = new JobLog(database.db, serverName(settings.port), onlogfailure);
	await jobLog.endAbandoned();
	const workFolder = join(settings.dataDir, 'work');
	rmSync(workFolder, { recursive: true, force: true });
	return new JobQueue(database, watch, {
		limitMs: settings.jobMinutes * MINUTE_MS,
		memoryMb: settings.jobMemoryMb,
		workFolder,
		log: jobLog
	});
}
