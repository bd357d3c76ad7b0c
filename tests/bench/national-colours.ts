import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { Topology } from 'topojson-specification';
import type { Overview } from '#lib/view/wire.ts';
import { PROJECT } from '../../scripts/run-tool.mjs';
import { startApp } from './app.ts';
import { bareMapTexts } from './bare-map.ts';
import { launchChromium, openPage } from './chromium.ts';
import { noteFirstColours } from './first-colours.ts';
import { runImportChild } from './import-process.ts';
import { median, report, reportSkipped, say } from './measurement.ts';
import { NATIONAL, NATIONAL_MISSING } from './samples.ts';
import { serveStatic } from './static-server.ts';

export const NATIONAL_COLOURS = ['national-first-colours'];
const ROUNDS = 5;
const LIMIT = 1.5;

/** A first visit to all of Vietnam, until the land has its colours, against the same land in plain grey. */
export async function benchNationalColours(): Promise<void> {
	if (NATIONAL_MISSING) return reportSkipped(NATIONAL_COLOURS, NATIONAL_MISSING);
	const dataDir = mkdtempSync(join(tmpdir(), 'diaban-bench-'));
	runImportChild('import', NATIONAL, dataDir);
	const app = await startApp(dataDir);
	const overview = (await (await fetch(`${app.url}/api/overview`)).json()) as Overview;
	const boundaries = await fetch(new URL(overview.frames[0]!.boundariesUrl, app.url));
	const topology = (await boundaries.json()) as Topology;
	const bare = await serveStatic(bareMapTexts(topology, overview.extent!), {
		'/modules/': `${PROJECT}node_modules`
	});
	const browser = await launchChromium();
	try {
		const ours: number[] = [];
		const plain: number[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			ours.push(await visit(browser, app.url, 'section.map[data-ready]'));
			plain.push(await visit(browser, bare.url, 'canvas'));
			say(`ours ${Math.round(ours.at(-1)!)} ms, plain ${Math.round(plain.at(-1)!)} ms`);
		}
		report({
			name: NATIONAL_COLOURS[0]!,
			value: median(ours),
			unit: 'ms',
			baseline: median(plain),
			limit: LIMIT
		});
	} finally {
		await browser.close();
		bare.close();
		await app.stop();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

/** Milliseconds from navigation until the land is coloured and the page says that it is ready. */
async function visit(browser: Browser, url: string, ready: string): Promise<number> {
	const page = await openPage(browser);
	await page.addInitScript(noteFirstColours);
	await page.goto(url);
	const coloured = await page.waitForFunction(
		(selector) => (document.querySelector(selector) ? window.firstColours : undefined),
		ready,
		{ polling: 20, timeout: 120_000 }
	);
	const at = (await coloured.jsonValue())!;
	await page.context().close();
	return at;
}
