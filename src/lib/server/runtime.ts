import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { loadDemonstrationIfEmpty } from './data/dataset.ts';
import { seedCatalogue } from './data/seed-catalogue.ts';
import type { Database } from './db/database.ts';
import { errorText } from './db/error-text.ts';
import { directoryBroken } from './db/embedded/directory-broken.ts';
import { listSnapshots } from './db/embedded/snapshots.ts';
import { openDatabase } from './db/open.ts';
import { DatabaseUnavailable, type UnavailableReason } from './db/unavailable.ts';
import { DiskSpace } from './disk-space.ts';
import { Durability } from './durability.ts';
import type { JobQueue } from './jobs/job-queue.ts';
import type { ExportPool } from './exports/export-pool.ts';
import { EvidenceThread } from './evidence/evidence-thread.ts';
import { computeEvidenceAt } from './province.ts';
import { readSettings } from './settings.ts';
import { Uploads } from './uploads/uploads.ts';
import { createExportPool, createJobQueue } from './workers.ts';

/** Structured logs, one JSON object a line. At a terminal only warnings and errors. */
export const log = pino({
	base: null,
	timestamp: pino.stdTimeFunctions.isoTime,
	level: process.stdout.isTTY ? 'warn' : 'info'
});

export const settings = readSettings();

type State =
	| { is: 'starting' }
	| {
			is: 'open';
			database: Database;
			jobs: JobQueue;
			exports: ExportPool;
			durability: Durability;
	  }
	| { is: 'failed'; reason: FailureReason };

/** Why there is no database. */
export type FailureReason = UnavailableReason | { code: 'unexpected'; detail: string };

let state: State = { is: 'starting' };

/** What the server can say before, or instead of, a database. */
export function runtimeState(): State {
	return state;
}

/** How long a request that comes while the database opens waits for it. */
const PATIENCE_MS = 8000;

/** The state once the database is open or failed to open; `starting` when that takes longer than is bearable. */
export async function settledState(): Promise<State> {
	if (state.is === 'starting') {
		let timer: NodeJS.Timeout | undefined;
		const patience = new Promise<void>((resolve) => {
			timer = setTimeout(resolve, PATIENCE_MS);
		});
		await Promise.race([starting, patience]);
		clearTimeout(timer);
	}
	return state;
}

/** The open database; call only behind the check that `handle` makes. */
export function openedDatabase(): Database {
	if (state.is !== 'open') throw new Error('The database is not open.');
	return state.database;
}

/** The disk that data and files are on. */
export const disk = new DiskSpace(settings.dataDir, settings.minFreeMb * 1024 ** 2);

/** Files that were sent in. */
export const uploads = new Uploads(join(settings.dataDir, 'uploads'));

/** The tasks under way; call only behind the check that `handle` makes. */
export function openedJobs(): JobQueue {
	if (state.is !== 'open') throw new Error('The database is not open.');
	return state.jobs;
}

/** Makes files; call only behind the check that `handle` makes. */
export function openedExports(): ExportPool {
	if (state.is !== 'open') throw new Error('The database is not open.');
	return state.exports;
}

/** How soon a database that could not be opened is tried again. */
const RETRY_MS = 3000;
/** Another process may end, a server come back and space be freed. Everything else waits for a person. */
const RETRIED = ['server-unreachable', 'locked', 'disk-full'];

const evidence = new EvidenceThread();
/** The first page comes before the thread that it will ask. */
const THREAD_DELAY_MS = 3000;

let starting: Promise<void> | undefined;
let stopping = false;

/** Opens the database in the background, so that the server answers meanwhile. */
export function start(): Promise<void> {
	starting = open();
	return starting;
}

async function open(): Promise<void> {
	const begun = performance.now();
	try {
		disk.releaseIfFull();
		const database = await openDatabase(
			settings,
			`npm start, http://${settings.host}:${settings.port}`,
			{ demonstration: true }
		);
		computeEvidenceAt((history) => evidence.serviceOf(history));
		await seedCatalogue(database.db);
		const opened = performance.now();
		const demonstration = await loadDemonstrationIfEmpty(database);
		const jobs = await createJobQueue(database, settings, (error) =>
			log.error({ event: 'job-log-failed', error: errorText(error) })
		);
		const durability = new Durability(database, {
			latest: () => listSnapshots(settings.dataDir).at(-1),
			onfailure: (error) => log.error({ event: 'snapshot-failed', error: errorText(error) })
		});
		state = {
			is: 'open',
			database,
			jobs,
			exports: createExportPool(database, settings),
			durability
		};
		void database.ended.then(() => reopen(database));
		setTimeout(() => evidence.start(), THREAD_DELAY_MS).unref();
		durability.start();
		disk.reserve();
		log.info({
			event: 'database-open',
			database: database.kind,
			openMs: Math.round(opened - begun),
			demonstrationMs: demonstration ? Math.round(performance.now() - opened) : 0,
			freeBytes: disk.freeBytes()
		});
	} catch (error) {
		fail(
			error instanceof DatabaseUnavailable
				? error.reason
				: { code: 'unexpected', detail: errorText(error) }
		);
	}
}

function fail(reason: FailureReason): void {
	state = { is: 'failed', reason };
	log.error({ event: 'database-unavailable', ...reason });
	if (RETRIED.includes(reason.code)) setTimeout(() => void start(), RETRY_MS).unref();
	if (reason.code === 'directory-broken') awaitRestore(reason.dataDir);
}

/** Opens a damaged database again once another directory is in its place. */
function awaitRestore(directory: string): void {
	const damaged = inodeOf(directory);
	const timer = setInterval(() => {
		if (inodeOf(directory) === damaged) return;
		clearInterval(timer);
		void start();
	}, RETRY_MS);
	timer.unref();
}

function inodeOf(directory: string): bigint | undefined {
	return statSync(directory, { bigint: true, throwIfNoEntry: false })?.ino;
}

/** Opens the embedded database again after it ended by itself, as it does when its disk is full. */
async function reopen(database: Database): Promise<void> {
	if (stopping || state.is !== 'open' || state.database !== database) return;
	log.error({ event: 'database-ended' });
	await giveUp(state);
	void start();
}

/** Takes a database out of use whose files turned out to be damaged; a copy can be restored from then on. */
export async function reportDamage(error: unknown): Promise<void> {
	if (state.is !== 'open' || state.database.kind !== 'pglite') return;
	await giveUp(state);
	fail(directoryBroken(settings.dataDir, errorText(error)).reason);
}

/** Closes a database that may not answer any more. */
async function giveUp({
	database,
	jobs,
	exports,
	durability
}: Extract<State, { is: 'open' }>): Promise<void> {
	state = { is: 'starting' };
	durability.cancel();
	await exports.close();
	await jobs.close();
	await database.close().catch((error: unknown) => {
		log.error({ event: 'close-failed', error: errorText(error) });
	});
}

/**
 * Closes the database; called once, when the server has stopped answering. A database that is only being
 * opened is waited for: it could not be closed before.
 */
export async function stop(): Promise<void> {
	stopping = true;
	await starting;
	if (state.is !== 'open') return;
	const { database, jobs, exports, durability } = state;
	state = { is: 'starting' };
	await exports.close();
	await jobs.close();
	await evidence.close();
	await durability.stop();
	await database.close();
	log.info({ event: 'database-closed' });
}
