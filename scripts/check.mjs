import { availableParallelism } from 'node:os';
import { ensureInstalled, ensureMessages } from './prepare.mjs';
import { requireNode } from './require-node.mjs';
import { run, toolCommand } from './run-tool.mjs';

/** `npm run check`: every check that needs no running program. All of them run, also after one has failed. */

requireNode();
await ensureInstalled();
await ensureMessages();

/** @type {[string, string[]][]} */
const STEPS = [
	['generated types', toolCommand('@sveltejs/kit', ['sync'], 'svelte-kit')],
	['formatting', toolCommand('prettier', ['--check', '--log-level', 'warn', '.'])],
	// Each file of Svelte makes the linter look at the whole program anew: minutes on one core, and two gigabytes a worker.
	[
		'lint',
		toolCommand('eslint', ['--concurrency', String(Math.min(2, availableParallelism())), '.'])
	],
	['types', toolCommand('svelte-check', ['--tsconfig', './tsconfig.json', '--output', 'human'])],
	[
		'import rules',
		toolCommand(
			'dependency-cruiser',
			['--config', '.dependency-cruiser.cjs', 'src', 'tests', 'data/generator', 'scripts', 'vite'],
			'depcruise'
		)
	],
	['unused code', toolCommand('knip', ['--no-progress'])],
	['licences', [process.execPath, 'scripts/third-party.mjs', '--check']]
];

const failed = [];
for (const [name, command] of STEPS) {
	console.log(`\n— ${name}`);
	if ((await run(command)) !== 0) failed.push(name);
}
console.log(
	failed.length === 0
		? `\nAll ${STEPS.length} checks passed.`
		: `\nFailed: ${failed.join(', ')} (${STEPS.length - failed.length} of ${STEPS.length} passed)`
);
process.exit(failed.length === 0 ? 0 : 1);
