import { pino } from 'pino';
import { loadDemonstrationIfEmpty } from './data/dataset.ts';
import { seedCatalogue } from './data/seed-catalogue.ts';
import type { Database } from './db/database.ts';
import { openDatabase } from './db/open.ts';
import { DatabaseUnavailable, type UnavailableReason } from './db/unavailable.ts';
import { JobBoard, type JobWatch } from './jobs/job-board.ts';
import { EvidenceThread } from './evidence/evidence-thread.ts';
import { computeEvidenceAt, holdDataState, releaseDataState } from './province.ts';
import { readSettings } from './settings.ts';
import { Uploads } from './uploads/uploads.ts';
import { join } from 'node:path';

/** Structured logs, one JSON object a line. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });

export const settings = readSettings();

type State =
	| { is: 'starting' }
	| { is: 'open'; database: Database; jobs: JobBoard }
	| { is: 'failed'; reason: UnavailableReason | { code: 'unexpected'; detail: string } };

let state: State = { is: 'starting' };

/** What the server can say before, or instead of, a database. */
export function runtimeState(): State {
	return state;
}

const MINUTE_MS = 60_000;
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

/** Files that were sent in. */
export const uploads = new Uploads(join(settings.dataDir, 'uploads'));

/** The tasks under way; call only behind the check that `handle` makes. */
export function openedJobs(): JobBoard {
	if (state.is !== 'open') throw new Error('The database is not open.');
	return state.jobs;
}

/**
 * The embedded database answers one at a time: while a task has it, pages are answered from what is known,
 * which nobody else can have changed.
 */
function createJobBoard(database: Database): JobBoard {
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
	return new JobBoard(database, watch, settings.jobMinutes * MINUTE_MS);
}

/** How soon a server that could not be reached is tried again. */
const RETRY_MS = 3000;

const evidence = new EvidenceThread();
/** The first page comes before the thread that it will ask. */
const THREAD_DELAY_MS = 3000;

let starting: Promise<void> | undefined;

/**
 * Opens the database in the background, so that the server answers meanwhile. A server out of reach is
 * tried again; a locked directory or a wrong address waits for a person.
 */
export function start(): Promise<void> {
	starting = open();
	return starting;
}

async function open(): Promise<void> {
	const begun = performance.now();
	try {
		const database = await openDatabase(
			settings,
			`npm start, http://${settings.host}:${settings.port}`
		);
		computeEvidenceAt((history) => evidence.deskOf(history));
		await seedCatalogue(database.db);
		const opened = performance.now();
		const demonstration = await loadDemonstrationIfEmpty(database);
		state = { is: 'open', database, jobs: createJobBoard(database) };
		setTimeout(() => evidence.start(), THREAD_DELAY_MS).unref();
		log.info({
			event: 'database-open',
			database: database.kind,
			openMs: Math.round(opened - begun),
			demonstrationMs: demonstration ? Math.round(performance.now() - opened) : 0
		});
	} catch (error) {
		const reason =
			error instanceof DatabaseUnavailable
				? error.reason
				: {
						code: 'unexpected' as const,
						detail: error instanceof Error ? error.message : String(error)
					};
		state = { is: 'failed', reason };
		log.error({ event: 'database-unavailable', ...reason });
		if (reason.code === 'server-unreachable') setTimeout(() => void start(), RETRY_MS).unref();
	}
}

/**
 * Closes the database; called once, when the server has stopped answering. A database that is only being
 * opened is waited for: it could not be closed before.
 */
export async function stop(): Promise<void> {
	await starting;
	if (state.is !== 'open') return;
	const { database, jobs } = state;
	state = { is: 'starting' };
	await jobs.close();
	await evidence.close();
	await database.close();
	log.info({ event: 'database-closed' });
}
