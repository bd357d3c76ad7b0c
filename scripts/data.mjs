import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { requireNode } from './require-node.mjs';
import { PROJECT } from './run-tool.mjs';

/** `npm run data -- COMMAND`: brings packages and messages up to date, then runs the command line. */
requireNode();

// Whatever that prints goes to stderr: stdout belongs to the command, whose JSON others read.
const preparation = `
	const { ensureInstalled, ensureMessages } = await import('./scripts/prepare.mjs');
	await ensureInstalled();
	await ensureMessages();`;
const prepared = spawnSync(process.execPath, ['--input-type=module', '--eval', preparation], {
	cwd: PROJECT,
	stdio: ['ignore', 2, 2]
});
if (prepared.status !== 0) process.exit(prepared.status ?? 1);

// npm changes to the project's folder; files are meant from where it was called.
const calledFrom =
	process.env.npm_lifecycle_event === 'data' ? process.env.INIT_CWD : process.cwd();
const main = join(PROJECT, 'src/lib/server/command/main.ts');
const child = spawn(process.execPath, ['--import', 'tsx', main, ...process.argv.slice(2)], {
	cwd: PROJECT,
	env: { ...process.env, DIABAN_CALLED_FROM: calledFrom },
	stdio: 'inherit'
});
/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
	console.error(error.message);
	process.exit(1);
});
child.on('exit', (code, signal) => {
	if (signal === null) process.exit(code ?? 1);
	// Ends as the child ended, so that the caller sees the signal too.
	for (const each of SIGNALS) process.removeAllListeners(each);
	process.kill(process.pid, signal);
});
