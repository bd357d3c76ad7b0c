import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#lib/server/db/database.ts';
import { openServer } from '#lib/server/db/server.ts';
import { LoadingElsewhere, lockLoads } from '#lib/server/import/lock-loads.ts';
import { createServerDatabase } from '../fixtures/server-database.ts';
import { serverUrl } from './databases.ts';

describe.skipIf(serverUrl === undefined)('two sessions that load', () => {
	let first: Database;
	let second: Database;
	let drop: () => Promise<void>;
	beforeAll(async () => {
		const created = await createServerDatabase(serverUrl ?? '');
		drop = created.drop;
		first = await openServer(created.url, 'npm run data -- import boundaries');
		second = await openServer(created.url, 'npm start');
	}, 60_000);
	afterAll(async () => {
		await first.close();
		await second.close();
		await drop();
	});

	/** Holds the lock until it is told to end. */
	async function hold(database: Database): Promise<() => Promise<void>> {
		let end = () => undefined as void;
		let held: Promise<void> | undefined;
		await new Promise<void>((isLocked, failed) => {
			held = database.db.transaction(async (tx) => {
				await lockLoads(tx);
				await new Promise<void>((mayEnd) => {
					end = mayEnd;
					isLocked();
				});
			});
			held.catch(failed);
		});
		return async () => {
			end();
			await held;
		};
	}

	it('lets the second give up in time, and says for whom it waited', async () => {
		const release = await hold(first);
		const waited = second.db.transaction((tx) => lockLoads(tx, 200));
		await expect(waited).rejects.toSatisfy(
			(error: unknown) =>
				error instanceof LoadingElsewhere &&
				/^npm run data -- import boundaries, [\d.:a-f]+$/.test(error.holder)
		);
		await release();
		await second.db.transaction((tx) => lockLoads(tx, 200));
	});

	it('lets the second go on once the first has ended', async () => {
		const release = await hold(first);
		const waited = second.db.transaction((tx) => lockLoads(tx));
		await release();
		await waited;
	});
});
