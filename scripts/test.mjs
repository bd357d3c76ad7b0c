import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, ensureMessages } from './prepare.mjs';
import { findFirefox } from './find-firefox.mjs';
import { requireNode } from './require-node.mjs';
import { run, toolCommand } from './run-tool.mjs';
import { findOrInstallChromium } from './test-chromium.mjs';
import { findFreePort, openTestPostgres } from './test-postgres.mjs';
import { readPlaywrightReport, readVitestReport } from './test-report.mjs';

/**
 * `npm test`: the checks, then unit and database tests, then browser tests. What cannot run here is left
 * out by name; with --require-all that is a failure.
 */

const requireAll = process.argv.includes('--require-all');

requireNode();
await ensureInstalled();
await run(toolCommand('@sveltejs/kit', ['sync'], 'svelte-kit'));
await ensureMessages();
await ensureBuilt();

/** What was left out, why, and how to have it. @type {string[]} */
const leftOut = [];
/** One line for each part. @type {string[]} */
const ran = [];
const total = { passed: 0, failed: 0 };

const reports = mkdtempSync(join(tmpdir(), 'diaban-test-'));
const postgres = await openTestPostgres();
const env = { ...process.env };
if ('url' in postgres) env.TEST_DATABASE_URL = postgres.url;
else {
	leftOut.push(
		`the database tests on PostgreSQL: ${postgres.missing} (install PostgreSQL 15 or newer with PostGIS, or name a server in TEST_DATABASE_URL; they ran on the embedded database)`
	);
}

/** Nothing of ours may go on running, however this ends. */
function cleanUp() {
	if ('stop' in postgres) postgres.stop();
	rmSync(reports, { recursive: true, force: true });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
	process.on(signal, () => {
		cleanUp();
		process.exit(130);
	});
}

try {
	count('checks', await run([process.execPath, 'scripts/check.mjs']), undefined);

	const vitestReport = join(reports, 'vitest.json');
	const vitest = toolCommand('vitest', [
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${vitestReport}`
	]);
	count('unit and database tests', await run(vitest, env), readVitestReport(vitestReport));

	if (!findFirefox()) {
		leftOut.push(
			'the browser tests in Firefox: none was found (install firefox-esr or firefox, or name one in FIREFOX_PATH; they ran in Chromium)'
		);
	}
	const chromium = await findOrInstallChromium();
	if (chromium) {
		env.CHROMIUM_PATH = chromium;
		env.E2E_PORT = String(await findFreePort());
		env.PLAYWRIGHT_JSON_OUTPUT_FILE = join(reports, 'playwright.json');
		const playwright = toolCommand(
			'@playwright/test',
			['test', '--reporter=list,json'],
			'playwright'
		);
		const code = await run(playwright, env);
		count('browser tests', code, readPlaywrightReport(env.PLAYWRIGHT_JSON_OUTPUT_FILE));
	} else {
		leftOut.push(
			'the browser tests: no Chromium was found and none could be installed (install Chromium, or name one in CHROMIUM_PATH)'
		);
	}
} finally {
	cleanUp();
}

if (requireAll) total.failed += leftOut.length;
console.log(`\nRan:\n${ran.map((line) => `  ${line}`).join('\n')}`);
console.log(
	leftOut.length === 0
		? 'Left out: nothing'
		: `Left out${requireAll ? ' (each counts as failed)' : ''}:\n${leftOut.map((line) => `  ${line}`).join('\n')}`
);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/**
 * Adds a part to the summary. One that failed without naming a failing test counts as one failure.
 *
 * @param {string} part
 * @param {number} exitCode
 * @param {import('./test-report.mjs').Tally | undefined} tally
 */
function count(part, exitCode, tally) {
	const passed = tally?.passed ?? 0;
	const failed = Math.max(tally?.failed ?? 0, exitCode === 0 ? 0 : 1);
	total.passed += passed;
	total.failed += failed;
	for (const name of tally?.skipped ?? []) leftOut.push(`${part}: "${name}" was skipped`);
	const counts = tally ? `${passed} passed, ${failed} failed` : failed === 0 ? 'passed' : 'failed';
	ran.push(`${part}: ${counts}`);
}
