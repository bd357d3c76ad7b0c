import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A script of ours in another process, run as the command line runs. */
export function spawnScript(
	script: string,
	args: readonly string[],
	env: Record<string, string | undefined> = {}
): ChildProcess {
	const inherited = { ...process.env, DATABASE_URL: undefined, DATA_DIR: undefined };
	return spawn(process.execPath, ['--import', 'tsx', script, ...args], {
		env: { ...inherited, ...env },
		stdio: ['pipe', 'pipe', 'inherit']
	});
}

/** The lines that a process prints, until it ends. */
export function linesOf(child: ChildProcess): AsyncIterable<string> {
	if (!child.stdout) throw new Error('The process has no output.');
	return createInterface({ input: child.stdout });
}

/** Resolves once the process is gone. */
export function ended(child: ChildProcess): Promise<number | null> {
	return new Promise((resolve) => {
		if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
		else child.once('exit', (code) => resolve(code));
	});
}
