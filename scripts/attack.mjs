import { ensureBuilt, ensureInstalled } from './prepare.mjs';
import { requireNode } from './require-node.mjs';
import { run, toolCommand } from './run-tool.mjs';
import { openTestPostgres } from './test-postgres.mjs';

/**
 * `npm run attack`: the attack suite in full; `npm test` runs a quick form. Damaged directories, hostile files, kills while
 * loading, malformed requests for every route, a full disk, kills while saving and double starts (20 rounds each).
 * The full disk is a file system in memory, which only the superuser can mount.
 */
requireNode();
await ensureInstalled();
// A bare checkout has neither messages nor the types that a build generates.
await ensureBuilt();

const ROUNDS = '20';
const postgres = await openTestPostgres();
const env = {
	...process.env,
	ATTACK_ROUNDS: ROUNDS,
	...('url' in postgres ? { TEST_DATABASE_URL: postgres.url } : {})
};
const files = ['kill', 'damaged-directory', 'broken-files', 'job-limit', 'shared-database'];
const codes = [
	await run(toolCommand('vitest', ['run', ...files.map((name) => `tests/db/${name}`)]), env),
	await run(
		toolCommand('@playwright/test', ['test', '--reporter=list', 'attack', 'disk'], 'playwright'),
		env
	)
];
if ('stop' in postgres) postgres.stop();
process.exit(codes.every((code) => code === 0) ? 0 : 1);
