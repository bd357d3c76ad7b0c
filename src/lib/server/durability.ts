import { vietnamDate } from '#lib/domain/today.ts';
import type { Database } from './db/database.ts';
import type { Snapshot } from './db/embedded/snapshots.ts';

/** Longest time until a saved change is forced to disk. */
const FLUSH_MS = 60_000;
/** Number of changes after which a further snapshot is written on the same day. */
const CHANGES_A_SNAPSHOT = 200;

/**
 * Whether a snapshot is due: of changed data, once a day and after every 200 changes.
 *
 * @param changes the database's count of changes
 * @param last the latest snapshot
 */
export function isSnapshotDue(changes: string, last: Snapshot | undefined, now: Date): boolean {
	if (last?.changes === undefined) return true;
	if (last.changes === changes) return false;
	const since = Number(changes) - Number(last.changes);
	// A restored copy counts less than the snapshots after it.
	return since < 0 || since >= CHANGES_A_SNAPSHOT || vietnamDate(last.at) !== vietnamDate(now);
}

/** Where the latest snapshot is looked up and failures are reported. */
interface Surroundings {
	latest(): Snapshot | undefined;
	onfailure(error: unknown): void;
}

/** Keeps an embedded database safe from power cuts: forces changes to disk every minute and writes snapshots. */
export class Durability {
	#flushed: string | null = null;
	#timer: NodeJS.Timeout | undefined;
	#working: Promise<void> = Promise.resolve();

	constructor(
		readonly database: Pick<Database, 'changes' | 'flush' | 'snapshot'>,
		readonly surroundings: Surroundings
	) {}

	start(): void {
		this.#timer = setInterval(() => {
			this.#working = this.#working.then(() => this.check());
		}, FLUSH_MS);
		this.#timer.unref();
	}

	/** Forces to disk what was changed since the last time, and writes a snapshot if one is due. */
	async check(): Promise<void> {
		try {
			const changes = await this.database.changes();
			if (changes === null || changes === this.#flushed) return;
			await this.database.flush();
			this.#flushed = changes;
			if (isSnapshotDue(changes, this.surroundings.latest(), new Date())) {
				await this.database.snapshot();
			}
		} catch (error) {
			this.surroundings.onfailure(error);
		}
	}

	/** Ends its work; for a database that no longer answers. */
	cancel(): void {
		clearInterval(this.#timer);
	}

	/** Writes a last snapshot if anything changed since the latest one. */
	async stop(): Promise<void> {
		this.cancel();
		await this.#working;
		try {
			const changes = await this.database.changes();
			const latest = this.surroundings.latest();
			if (changes !== null && changes !== latest?.changes) await this.database.snapshot();
		} catch (error) {
			this.surroundings.onfailure(error);
		}
	}
}
