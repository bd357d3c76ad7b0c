import { once } from 'node:events';
import { createConnection } from 'node:net';
import { MessageChannel } from 'node:worker_threads';
import type { Database } from '../database.ts';
import * as schema from '../schema.ts';
import { bridgePort } from './bridge-port.ts';
import { countChanges } from './count-changes.ts';
import { EmbeddedClient } from './client.ts';
import { keepSnapshot } from './snapshots.ts';
import { socketPath } from './socket-path.ts';

/**
 * Uses the embedded database of a server that is running on the same data directory.
 *
 * @returns undefined where no server shares it
 */
export async function openShared(dataDir: string): Promise<Database | undefined> {
	const socket = createConnection(socketPath(dataDir));
	try {
		await once(socket, 'connect');
	} catch {
		return undefined;
	}
	const { port1, port2 } = new MessageChannel();
	bridgePort(port2, socket);
	const client = new EmbeddedClient(port1);
	const { drizzle } = await import('drizzle-orm/pglite');
	return {
		kind: 'pglite',
		db: drizzle(client.asPglite(), { schema }),
		snapshot: async () =>
			keepSnapshot(dataDir, Buffer.from(await client.dump()), await countChanges(client)),
		flush: () => client.flush(),
		changes: () => countChanges(client),
		access: () => {
			throw new Error('Only the owner hands out ports.');
		},
		ended: once(socket, 'close').then(() => undefined),
		close: async () => port1.close()
	};
}
