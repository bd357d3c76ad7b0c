import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { bridgePort } from './bridge-port.ts';
import type { EmbeddedThread } from './client.ts';
import { socketPath } from './socket-path.ts';

/**
 * Lets commands on this machine use a database that this process has open, through a socket that only this user can
 * open. Each connection is a user of its own: what it had begun is rolled back when it ends.
 *
 * @returns a function that ends all connections
 */
export function shareDatabase(thread: EmbeddedThread, dataDir: string): () => void {
	const path = socketPath(dataDir);
	const sockets = new Set<Socket>();
	// Left by a process that was killed; this one holds the directory's lock.
	if (process.platform !== 'win32') rmSync(path, { force: true });
	const server = createServer((socket) => {
		sockets.add(socket);
		bridgePort(thread.connect(), socket);
		socket.on('close', () => sockets.delete(socket));
	});
	// Without a socket commands are refused, as the directory is locked; the server itself goes on.
	server.on('error', () => server.close());
	server.listen(path, () => {
		if (process.platform !== 'win32') chmodSync(path, 0o600);
	});
	server.unref();
	return () => {
		server.close();
		for (const socket of sockets) socket.destroy();
	};
}
