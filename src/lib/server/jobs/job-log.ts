import { hostname } from 'node:os';
import { basename } from 'node:path';
import { and, eq, lt } from 'drizzle-orm';
import { RESTARTED, type Job } from '#lib/view/data-wire.ts';
import type { Queryable } from '../db/database.ts';
import { job } from '../db/schema.ts';

const DAY_MS = 86_400_000;
/** Jobs that ended are remembered for so long. */
const KEPT_DAYS = 30;

/**
 * Records in the database which jobs were started and how they ended. Jobs do not wait for these writes: on the embedded
 * database they run after the job's own transaction.
 */
export class JobLog {
	#written: Promise<unknown> = Promise.resolve();

	/**
	 * @param server names this server among those that share a database, and stays the same over a restart
	 * @param onfailure what could not be written
	 */
	constructor(
		readonly db: Queryable,
		readonly server: string,
		readonly onfailure: (error: unknown) => void
	) {}

	/** Notes that jobs which were running when this server ended have ended, too. Call it before the first job. */
	async endAbandoned(): Promise<void> {
		const now = new Date();
		await this.db
			.update(job)
			.set({ state: 'failed', failure: RESTARTED, endedAt: now })
			.where(and(eq(job.server, this.server), eq(job.state, 'running')));
		const old = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
		await this.db.delete(job).where(lt(job.startedAt, old));
	}

	noteStart({ id, kind, state }: Job, file: string): void {
		const row = { id, kind, state, server: this.server, file: basename(file) };
		this.#write(() => this.db.insert(job).values(row));
	}

	noteEnd({ id, state, failure }: Job): void {
		this.#write(() =>
			this.db.update(job).set({ state, failure, endedAt: new Date() }).where(eq(job.id, id))
		);
	}

	/** A job of before the last restart, without its result; undefined for one that never was. */
	async find(id: string): Promise<Job | undefined> {
		const [row] = await this.db.select().from(job).where(eq(job.id, id));
		if (!row) return undefined;
		const { kind, state, failure } = row;
		const ended = state === 'done' || state === 'failed';
		// What it came to is gone; if it was a load, the list of sources tells.
		const told = ended
			? ({ state: 'failed', failure: failure ?? RESTARTED } as const)
			: { state, failure };
		return { id, kind, step: 'waiting', share: null, result: null, ...told };
	}

	/** Resolves when everything is written. */
	async close(): Promise<void> {
		await this.#written;
	}

	#write(statement: () => PromiseLike<unknown>): void {
		this.#written = this.#written.then(statement).catch(this.onfailure);
	}
}

/** The name of a server on this machine. */
export function serverName(port: number): string {
	return `${hostname()}:${port}`;
}
