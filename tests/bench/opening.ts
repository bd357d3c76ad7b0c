import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Slide, Story } from '#lib/domain/story/story.ts';
import { startApp } from './app.ts';
import { launchChromium, openPage } from './chromium.ts';
import { median, report, type Wanted } from './measurement.ts';

const THUMBNAILS = 'thumbnails-longest-task';
interface Opening {
	/** Name of the measurement. */
	name: string;
	/** The key or the button that opens it. */
	press: { key: string } | { button: string };
	/** Selector of the element that has opened. */
	shown: string;
}

const OPENINGS: readonly Opening[] = [
	{ name: 'open-search-script', press: { key: 'k' }, shown: '[role=dialog] [role=combobox]' },
	{
		name: 'open-menu-script',
		press: { button: 'button[aria-haspopup=menu]' },
		shown: '[role=menu]'
	},
	{
		name: 'open-panel-script',
		press: { button: 'section.answer .sentence.long button:last-of-type' },
		shown: 'aside h2'
	}
];
export const OPENING = [...OPENINGS.map(({ name }) => name), THUMBNAILS];

const ROUNDS = 5;
/** An office computer has a fourth of this processor's speed. */
const SLOWER = 4;
const SCRIPT_LIMIT_MS = 100;
const TASK_LIMIT_MS = 50;
const SLIDES = 40;

/** Script time until a dialog, menu or panel has opened, and the longest task while thumbnails are drawn. */
export async function benchOpening(wanted: Wanted): Promise<void> {
	const dataDir = mkdtempSync(join(tmpdir(), 'diaban-bench-'));
	const app = await startApp(dataDir);
	const browser = await launchChromium();
	try {
		for (const opening of OPENINGS) {
			if (wanted(opening.name)) await benchScript(browser, app.url, opening);
		}
		if (wanted(THUMBNAILS)) await benchThumbnails(browser, app.url);
	} finally {
		await browser.close();
		await app.stop();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

/** Measures repeated openings: the code has been loaded by the first one. */
async function benchScript(
	browser: Browser,
	url: string,
	{ name, press, shown }: Opening
): Promise<void> {
	const page = await openPage(browser);
	await page.goto(url);
	await page.waitForSelector('section.map[data-ready="true"]');
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Performance.enable');
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
	const script = async () => {
		const { metrics } = await devtools.send('Performance.getMetrics');
		return 1000 * (metrics.find((metric) => metric.name === 'ScriptDuration')?.value ?? NaN);
	};
	const times: number[] = [];
	for (let round = 0; round <= ROUNDS; round++) {
		const before = await script();
		await pressAndWait(page, press, shown);
		const took = (await script()) - before;
		if (round > 0) times.push(took);
		await page.keyboard.press('Escape');
		await page.waitForSelector(shown, { state: 'detached' });
	}
	report({ name, value: median(times), unit: 'ms', limit: SCRIPT_LIMIT_MS });
	await page.context().close();
}

/** Waits inside the page: the polling of a test driver would count as script. */
function pressAndWait(page: Page, press: Opening['press'], shown: string): Promise<void> {
	return page.evaluate(
		([how, wanted]) =>
			new Promise<void>((resolve) => {
				const observer = new MutationObserver(() => {
					if (!document.querySelector(wanted)) return;
					observer.disconnect();
					requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
				});
				observer.observe(document.body, { childList: true, subtree: true });
				if ('button' in how) document.querySelector<HTMLElement>(how.button)?.click();
				else {
					const init = { key: how.key, ctrlKey: true, bubbles: true, cancelable: true };
					document.body.dispatchEvent(new KeyboardEvent('keydown', init));
				}
			}),
		[press, shown] as const
	);
}

async function benchThumbnails(browser: Browser, url: string): Promise<void> {
	const slides = Array.from({ length: SLIDES }, (_, at): Slide => ({
		kind: 'view',
		key: String(at),
		title: `Slide ${at}`,
		note: '',
		speaker: '',
		view: `t=${2017 + (at % 10)}-06&theme=${['status', 'sites'][at % 2]}`,
		seen: { dataVersion: 1, counts: [] },
		date: '2026-11-26'
	}));
	const answer = await fetch(`${url}/api/stories`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ title: 'Benchmark', slides })
	});
	const { id } = (await answer.json()) as Story;
	const page = await openPage(browser);
	await page.goto(`${url}/story/${id}`);
	await page.getByRole('img').first().waitFor();
	const longest = await page.evaluate(async () => {
		const tasks: number[] = [];
		const observer = new PerformanceObserver((list) =>
			tasks.push(...list.getEntries().map(({ duration }) => duration))
		);
		observer.observe({ type: 'longtask' });
		const strip = document.querySelector('.strip .list');
		for (let at = 0; at <= 20; at++) {
			strip?.scrollTo({ top: (at / 20) * strip.scrollHeight });
			await new Promise((resolve) => setTimeout(resolve, 150));
		}
		observer.disconnect();
		return Math.max(0, ...tasks);
	});
	report({ name: THUMBNAILS, value: longest, unit: 'ms', limit: TASK_LIMIT_MS });
	await page.context().close();
}
