import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './run-tool.mjs';

const CLUSTER = join(PROJECT, 'scripts/postgres-cluster.sh');

/**
 * Finds a PostgreSQL server for tests: the one TEST_DATABASE_URL names, else one of our own, started from
 * what is installed here and stopped again at the end.
 *
 * @returns {Promise<{ url: string, stop: () => void } | { missing: string }>}
 */
export async function openTestPostgres() {
	const given = process.env.TEST_DATABASE_URL;
	if (given) return { url: given, stop: () => undefined };
	const folder = mkdtempSync(join(tmpdir(), 'diaban-postgres-'));
	const port = String(await findFreePort());
	const stop = () => {
		spawnSync('bash', [CLUSTER, 'stop', folder], { stdio: 'ignore' });
		rmSync(folder, { recursive: true, force: true });
	};
	const started = spawnSync('bash', [CLUSTER, 'start', folder, port], { encoding: 'utf8' });
	const url = started.stdout?.trim().split('\n').at(-1);
	if (started.status === 0 && url) return { url, stop };
	stop();
	return { missing: started.stderr?.trim() || started.error?.message || 'it did not start' };
}

/** @returns {Promise<number>} */
export function findFreePort() {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject).listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
