import { spawn } from 'node:child_process';
import { findFreePort } from '../../scripts/test-postgres.mjs';
import { PROJECT } from '../../scripts/run-tool.mjs';

/** A server of the built application. */
export interface App {
	url: string;
	pid: number | undefined;
	/** When it was spawned, and when its first page came; milliseconds of `performance.now()`. */
	spawned: number;
	firstPage: number;
	/** What it printed, and when. */
	lines: { at: number; text: string }[];
	stop(): Promise<void>;
}

const PATIENCE_MS = 180_000;
const POLL_MS = 25;

/** Starts the application on an embedded database of its own, and waits for its first page. */
export async function startApp(dataDir: string, script = 'build/index.js'): Promise<App> {
	const env = { DATA_DIR: dataDir, DATABASE_URL: '' };
	return startServer([script], env, (lines) =>
		lines.some(({ text }) => text.startsWith('Diaban: http'))
	);
}

/**
 * Starts a server with Node.js, on a free port given in PORT.
 *
 * @param mayAnswer whether a page may be there, by what was printed: asking all the time would itself take a
 *   good part of a small machine from the start
 *
 * @throws Error when it ends or does not answer 200 in time
 */
export async function startServer(
	args: string[],
	env: Record<string, string>,
	mayAnswer: (lines: App['lines']) => boolean = () => true
): Promise<App> {
	const port = String(await findFreePort());
	const spawned = performance.now();
	const child = spawn(process.execPath, args, {
		cwd: PROJECT,
		env: { ...process.env, HOST: '127.0.0.1', PORT: port, ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const lines: App['lines'] = [];
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (data: Buffer) => {
			for (const text of data.toString().trimEnd().split('\n')) {
				lines.push({ at: performance.now(), text });
			}
		});
	}
	const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
	// However we end, it must not go on.
	const kill = () => void child.kill('SIGTERM');
	process.once('exit', kill);
	const stop = async () => {
		process.off('exit', kill);
		kill();
		await ended;
	};
	const url = `http://127.0.0.1:${port}`;
	while (!mayAnswer(lines) || !(await answers(url))) {
		if (child.exitCode !== null || performance.now() - spawned > PATIENCE_MS) {
			await stop();
			throw new Error(`No server: ${lines.map(({ text }) => text).join('\n')}`);
		}
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
	return { url, pid: child.pid, spawned, firstPage: performance.now(), lines, stop };
}

async function answers(url: string): Promise<boolean> {
	try {
		const response = await fetch(url, { headers: { accept: 'text/html' } });
		await response.arrayBuffer();
		return response.status === 200;
	} catch {
		return false;
	}
}
