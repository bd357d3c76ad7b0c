import { sql } from 'drizzle-orm';
import type { Queryable } from '../db/database.ts';

/** Any number that other software is unlikely to lock. */
const LOAD_LOCK = 20_170_608;

/**
 * Waits until no other transaction loads data or changes the set-up, and keeps others waiting until this one
 * ends: two at once are checked one after the other, the second against what the first brought.
 */
export async function lockLoads(tx: Queryable): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(${LOAD_LOCK})`);
}
