import { and, eq, sql } from 'drizzle-orm';
import { boolean, inet, integer, pgView, text } from 'drizzle-orm/pg-core';
import type { Queryable } from '../db/database.ts';
import { hasCode } from '../db/has-code.ts';

/** Any number that other software is unlikely to lock. */
const LOAD_LOCK = 20_170_608;
/** How long a load waits for another session's. */
const PATIENCE_MS = 60_000;
const LOCK_NOT_AVAILABLE = new Set(['55P03']);

/** Another session was loading data for longer than this one would wait. */
export class LoadingElsewhere extends Error {
	/** @param holder what the other session calls itself, and where it comes from; empty where that is not known */
	constructor(readonly holder: string) {
		super('Another session is loading data.');
		this.name = 'LoadingElsewhere';
	}
}

/**
 * Waits until no other transaction loads data or changes the set-up, and keeps others waiting until this one
 * ends: two at once are checked one after the other, the second against what the first brought.
 *
 * @throws LoadingElsewhere when the other one takes too long
 */
export async function lockLoads(tx: Queryable, patienceMs = PATIENCE_MS): Promise<void> {
	try {
		// A savepoint, so that the transaction can still ask who holds the lock.
		await tx.transaction(async (attempt) => {
			await attempt.execute(sql`select set_config('lock_timeout', ${`${patienceMs}ms`}, true)`);
			await attempt.execute(sql`select pg_advisory_xact_lock(${LOAD_LOCK})`);
			await attempt.execute(sql`select set_config('lock_timeout', '0', true)`);
		});
	} catch (error) {
		if (!hasCode(error, LOCK_NOT_AVAILABLE)) throw error;
		throw new LoadingElsewhere(await findHolder(tx));
	}
}

/** PostgreSQL's own views of locks and sessions. */
const locks = pgView('pg_locks', {
	pid: integer().notNull(),
	locktype: text().notNull(),
	objid: integer(),
	granted: boolean().notNull()
}).existing();
const sessions = pgView('pg_stat_activity', {
	pid: integer().notNull(),
	database: text('datname'),
	name: text('application_name'),
	address: inet('client_addr')
}).existing();

/** Other users' sessions tell their names only to administrators. */
async function findHolder(tx: Queryable): Promise<string> {
	const [holder] = await tx
		.select({ name: sessions.name, address: sessions.address })
		.from(locks)
		.innerJoin(sessions, eq(sessions.pid, locks.pid))
		.where(
			and(
				eq(locks.locktype, 'advisory'),
				eq(locks.objid, LOAD_LOCK),
				eq(locks.granted, true),
				eq(sessions.database, sql`current_database()`)
			)
		);
	return [holder?.name, holder?.address].filter(Boolean).join(', ');
}
