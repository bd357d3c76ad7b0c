import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SecondServer {
	address: string;
	stop(): Promise<void>;
}

/**
 * Starts the built application on a database of its own from which the demonstration data was cleared.
 *
 * @param loads what is loaded instead: arguments of the command line, one list a load
 */
export function startWithoutData(
	loads: readonly (readonly string[])[] = []
): Promise<SecondServer> {
	return startServer([['demo', 'clear'], ...loads]);
}

/** Starts the built application on a database of its own. @param commands run on it first */
export async function startServer(
	commands: readonly (readonly string[])[] = []
): Promise<SecondServer> {
	const dataDir = mkdtempSync(join(tmpdir(), 'diaban-e2e-empty-'));
	const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', HOST: '127.0.0.1', PORT: '0' };
	for (const args of commands) {
		const done = spawnSync(process.execPath, ['scripts/data.mjs', ...args], {
			env,
			encoding: 'utf8'
		});
		if (done.status !== 0) throw new Error(done.stderr);
	}
	const server = spawn(process.execPath, ['build/index.js'], {
		env,
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
	const address = await new Promise<string>((resolve, reject) => {
		let said = '';
		server.stdout.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
			if (found) resolve(found);
		});
		void gone.then(() => reject(new Error(said)));
	});
	return {
		address,
		async stop() {
			server.kill('SIGTERM');
			await gone;
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}
