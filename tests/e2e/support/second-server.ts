import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** How long a database may take to open. */
export const OPENING_MS = 90_000;

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

/**
 * Starts the built application on a database of its own.
 *
 * @param commands run on it first
 * @param settings environment variables
 */
export async function startServer(
	commands: readonly (readonly string[])[] = [],
	settings: Record<string, string> = {}
): Promise<SecondServer> {
	const dataDir = mkdtempSync(join(tmpdir(), 'diaban-e2e-empty-'));
	for (const args of commands) {
		const done = spawnSync(process.execPath, ['scripts/data.mjs', ...args], {
			env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
			encoding: 'utf8'
		});
		if (done.status !== 0) throw new Error(done.stderr);
	}
	const server = await launchServer(dataDir, settings);
	return {
		address: server.address,
		async stop() {
			await server.end('SIGTERM');
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}

/** A process that serves a data directory. */
export interface LaunchedServer {
	address: string;
	/** Sends a signal and waits until the process is gone. */
	end(signal: NodeJS.Signals): Promise<void>;
}

/** Serves a data directory that stays when the server ends. */
export async function launchServer(
	dataDir: string,
	settings: Record<string, string> = {}
): Promise<LaunchedServer> {
	const server = spawn(process.execPath, ['build/index.js'], {
		env: {
			...process.env,
			DATA_DIR: dataDir,
			DATABASE_URL: '',
			HOST: '127.0.0.1',
			PORT: '0',
			...settings
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	// A test that fails in the middle leaves no server behind.
	const kill = () => void server.kill('SIGKILL');
	process.once('exit', kill);
	const gone = new Promise<void>((resolve) =>
		server.once('exit', () => {
			process.off('exit', kill);
			resolve();
		})
	);
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
		async end(signal) {
			server.kill(signal);
			await gone;
		}
	};
}

/** What a server says of itself. */
export interface Health {
	status: string;
	units?: number;
	dataVersion?: number;
	reason?: { code: string };
}

export async function healthOf({ address }: Pick<LaunchedServer, 'address'>): Promise<Health> {
	return (await (await fetch(`${address}/healthz`)).json()) as Health;
}

/** Waits until a server's database is open; it may have to load the demonstration data first. */
export async function isOpen(server: Pick<LaunchedServer, 'address'>): Promise<void> {
	await expect
		.poll(async () => (await healthOf(server)).status, { timeout: OPENING_MS })
		.toBe('ok');
}
