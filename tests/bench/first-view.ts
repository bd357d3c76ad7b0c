import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startApp } from './app.ts';
import { launchChromium, openPage } from './chromium.ts';
import { countRequests, type CountingProxy } from './counting-proxy.ts';
import { report, say } from './measurement.ts';

export const FIRST_VIEW = [
	'first-view-javascript',
	'first-view-boundaries',
	'second-visit-boundaries'
];

const SCRIPT = /javascript/;
const BOUNDARIES = /^\/api\/boundaries\//;
/** Other frames are fetched in advance; they do not belong to the first view, but to the second visit. */
const QUIET_MS = 1500;

/** What a first visit to the demonstration data loads over the wire, and a second one. */
export async function benchFirstView(): Promise<void> {
	const dataDir = mkdtempSync(join(tmpdir(), 'diaban-bench-'));
	const app = await startApp(dataDir);
	const proxy = await countRequests(app.url);
	const browser = await launchChromium();
	try {
		const page = await openPage(browser);
		await visit(page, proxy.url);
		const frames = proxy.answers.filter(({ path, bytes }) => BOUNDARIES.test(path) && bytes > 0);
		for (const { path, bytes } of proxy.answers) say(`${String(bytes).padStart(8)} ${path}`);
		report({
			name: 'first-view-javascript',
			value: kilobytes(proxy, ({ type }) => SCRIPT.test(type)),
			unit: 'KB',
			limit: 450
		});
		report({
			name: 'first-view-boundaries',
			value: (frames[0]?.bytes ?? NaN) / 1000,
			unit: 'KB',
			limit: 60
		});
		proxy.reset();
		const second = await page.context().newPage();
		await visit(second, proxy.url);
		report({
			name: 'second-visit-boundaries',
			value: 1000 * kilobytes(proxy, ({ path }) => BOUNDARIES.test(path)),
			unit: 'B',
			limit: 0
		});
	} finally {
		await browser.close();
		proxy.close();
		await app.stop();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

async function visit(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await page.waitForSelector('section.map[data-ready]');
	await page.waitForTimeout(QUIET_MS);
}

/** Each address counts once: the worker takes what the page has from the browser's cache. */
function kilobytes(
	{ answers }: CountingProxy,
	matches: (answer: CountingProxy['answers'][number]) => boolean
): number {
	return answers.filter(matches).reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
}
