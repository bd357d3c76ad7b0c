import { existsSync, readFileSync } from 'node:fs';

/**
 * What one runner did.
 *
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Tally
 */

/**
 * Counts the tests in Vitest's JSON report. A file that could not be loaded counts as one failure.
 *
 * @param {string} file
 * @returns {Tally | undefined} undefined when the runner wrote no report
 */
export function readVitestReport(file) {
	if (!existsSync(file)) return undefined;
	/** @type {Tally} */
	const tally = { passed: 0, failed: 0, skipped: [] };
	for (const { name, status, assertionResults } of JSON.parse(readFileSync(file, 'utf8'))
		.testResults) {
		let failedHere = 0;
		for (const test of assertionResults) {
			if (test.status === 'passed') tally.passed++;
			else if (test.status === 'failed') failedHere++;
			else tally.skipped.push(test.fullName);
		}
		tally.failed += status === 'failed' ? Math.max(1, failedHere) : failedHere;
		if (assertionResults.length === 0 && status !== 'failed') tally.skipped.push(name);
	}
	return tally;
}

/**
 * Counts the tests in Playwright's JSON report.
 *
 * @param {string} file
 * @returns {Tally | undefined} undefined when the runner wrote no report
 */
export function readPlaywrightReport(file) {
	if (!existsSync(file)) return undefined;
	const { stats, suites, errors } = JSON.parse(readFileSync(file, 'utf8'));
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + errors.length,
		skipped: suites.flatMap(listSkipped)
	};
}

/**
 * @param {any} suite
 * @returns {string[]}
 */
function listSkipped({ specs = [], suites = [] }) {
	return [
		...specs
			.filter((/** @type {any} */ spec) =>
				spec.tests.some((/** @type {any} */ test) => test.status === 'skipped')
			)
			.map((/** @type {any} */ spec) => spec.title),
		...suites.flatMap(listSkipped)
	];
}
