import { spawnSync } from 'node:child_process';
import { PROJECT } from '../../scripts/run-tool.mjs';

/**
 * Runs Node.js in the project's folder and returns what it prints.
 *
 * @throws Error when it fails
 */
export function nodeOutput(args: readonly string[], env: Record<string, string> = {}): string {
	const { status, stdout } = spawnSync(process.execPath, args, {
		cwd: PROJECT,
		env: { ...process.env, ...env },
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit']
	});
	if (status !== 0) throw new Error(`node ${args.at(0)} … ended with ${status}.`);
	return stdout.trim();
}
