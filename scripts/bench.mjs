import { spawnSync } from 'node:child_process';
import { PROJECT } from './run-tool.mjs';
import { requireNode } from './require-node.mjs';

/** `npm run bench [-- NAME…]`: measures, one JSON line a measurement. Names choose by their beginning. */
requireNode();

// Whatever that prints goes to stderr: stdout belongs to the measurements.
const preparation = `
	const { ensureInstalled, ensureMessages, ensureBuilt } = await import('./scripts/prepare.mjs');
	await ensureInstalled();
	await ensureMessages();
	await ensureBuilt();`;
const prepared = spawnSync(process.execPath, ['--input-type=module', '--eval', preparation], {
	cwd: PROJECT,
	stdio: ['ignore', 2, 2]
});
if (prepared.status !== 0) process.exit(prepared.status ?? 1);

const { register } = await import('tsx/esm/api');
register();
const { runBenchmarks } = await import('../tests/bench/main.ts');
process.exit(await runBenchmarks(process.argv.slice(2)));
