import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever a script is called from. */
export const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The command line of an installed package's program, without npx, which costs half a second a call.
 *
 * @param {string} name package
 * @param {string[]} args
 * @param {string} [program] its name, where a package has several or it is not called as the package
 * @returns {string[]} program and arguments
 */
export function toolCommand(name, args, program = name.replace(/^@.*\//, '')) {
	const folder = join(PROJECT, 'node_modules', name);
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return [process.execPath, join(folder, typeof bin === 'string' ? bin : bin[program]), ...args];
}

/**
 * The command line of npm: the one that called us, else the one on the path.
 *
 * @param {string[]} args
 * @returns {string[]}
 */
export function npmCommand(args) {
	const npm = process.env.npm_execpath;
	return npm?.endsWith('.js') ? [process.execPath, npm, ...args] : ['npm', ...args];
}

/**
 * Runs a command in the project's folder, its output going where ours goes.
 *
 * @param {string[]} command program and arguments
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} exit code; 1 when it was killed or could not be started
 */
export function run([program = '', ...args], env = process.env) {
	return exitCodeOf(
		program,
		spawn(program, args, {
			cwd: PROJECT,
			env,
			stdio: ['ignore', 'inherit', 'inherit'],
			shell: process.platform === 'win32' && program === 'npm'
		})
	);
}

/**
 * Runs a command in the project's folder; its output is shown only when it fails.
 *
 * @param {string[]} command program and arguments
 * @returns {Promise<number>} as of `run`
 */
export async function runQuietly([program = '', ...args]) {
	const child = spawn(program, args, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] });
	/** @type {Buffer[]} */
	const output = [];
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => output.push(part));
	const code = await exitCodeOf(program, child);
	if (code !== 0) process.stderr.write(Buffer.concat(output));
	return code;
}

/**
 * @param {string} program
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function exitCodeOf(program, child) {
	return new Promise((resolve) => {
		// When we are stopped, so is what we started.
		const stop = () => child.kill();
		process.once('exit', stop);
		/** @param {number} code */
		const end = (code) => {
			process.off('exit', stop);
			resolve(code);
		};
		child.on('error', (error) => {
			console.error(`${program}: ${error.message}`);
			end(1);
		});
		child.on('exit', (code) => end(code ?? 1));
	});
}
