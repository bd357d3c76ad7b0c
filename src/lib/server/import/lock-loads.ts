import { sql } from 'drizzle-orm';
import { rowsOf, type Queryable } from '../db/database.ts';

/** Any number that other software is unlikely to lock. */
const LOAD_LOCK = 20_170_608;
/** How long a load waits for another session's. */
const PATIENCE_MS = 60_000;
const LOCK_NOT_AVAILABLE = '55P03';

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
		if (codeOf(error) !== LOCK_NOT_AVAILABLE) throw error;
		throw new LoadingElsewhere(await findHolder(tx));
	}
}

/** Other users' sessions tell their names only to administrators. */
async function findHolder(tx: Queryable): Promise<string> {
	const [holder] = await rowsOf<{ name: string; address: string }>(
		tx,
		sql`select coalesce(application_name, '') as name, coalesce(host(client_addr), '') as address
			from pg_locks join pg_stat_activity using (pid)
			where locktype = 'advisory' and granted and objid = ${LOAD_LOCK}
				and database = (select oid from pg_database where datname = current_database())`
	);
	return holder ? [holder.name, holder.address].filter((part) => part !== '').join(', ') : '';
}

function codeOf(error: unknown): unknown {
	if (typeof error !== 'object' || error === null) return undefined;
	const { code, cause } = error as { code?: unknown; cause?: unknown };
	return code ?? codeOf(cause);
}
