import type { Browser, Page } from '@playwright/test';
import { PROJECT } from '../../scripts/run-tool.mjs';
import { launchChromium, openPage, UNPACED } from './chromium.ts';
import { median, report, say, type Wanted } from './measurement.ts';
import { buildSliderPage } from './page/build.ts';
import { makeGrid } from './page/grid.ts';
import type { Timings } from './page/slider.ts';
import { serveStatic } from './static-server.ts';

/** Communes of a province before mergers, of Vietnam today, and of Vietnam before. */
const SIZES = [130, 3321, 11_000];
const ROUNDS = 41;
const STEP_LIMIT = 1.3;
const THEME_LIMIT = 2;
/** A task longer than this is felt as a jerk. */
const TASK_LIMIT_MS = 50;

export const SLIDER = [
	...SIZES.flatMap((size) => [
		`slider-step-${size}`,
		`slider-step-${size}-longest-task`,
		`slider-step-${size}-script`
	]),
	...SIZES.map((size) => `theme-change-${size}`),
	...SIZES.map((size) => `scaling-slider-step-${size}`)
];

const FONT = '/modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro';
const PAGE = `<!doctype html>
<style>
	@font-face { font-family: 'Be Vietnam Pro'; src: url(${FONT}-vietnamese-400-normal.woff2); }
	body { margin: 0 }
	#map { position: absolute; inset: 0 }
</style>
<div id="map"></div>
<script type="module" src="/slider.js"></script>`;

/** A step along the timeline against an empty redraw of the same view, for maps of several sizes. */
export async function benchSlider(wanted: Wanted): Promise<void> {
	const texts = new Map([['/index.html', PAGE]]);
	const sizes = SIZES.filter((size) =>
		SLIDER.some((name) => wanted(name) && (name.includes(`-${size}`) || name.startsWith('scaling')))
	);
	for (const size of sizes) texts.set(`/grid-${size}.json`, JSON.stringify(makeGrid(size)));
	const server = await serveStatic(texts, {
		'/modules/': `${PROJECT}node_modules`,
		'/': await buildSliderPage()
	});
	const unpaced = await launchChromium(UNPACED);
	const paced = await launchChromium();
	try {
		let before: number | undefined;
		for (const size of sizes) {
			before = await measureSteps(await openGrid(unpaced, server.url, size), size, before);
			await measureTasks(await openGrid(paced, server.url, size), size);
		}
	} finally {
		await unpaced.close();
		await paced.close();
		server.close();
	}
}

async function openGrid(browser: Browser, url: string, size: number): Promise<Page> {
	const page = await openPage(browser);
	await page.goto(url);
	await page.waitForFunction(() => 'prepareSlider' in window);
	await page.evaluate(async (address) => {
		window.slider = await window.prepareSlider(address);
	}, `/grid-${size}.json`);
	say(`${size} units are on the map`);
	return page;
}

/**
 * @param before microseconds a unit at the size before
 * @returns the same of this size
 */
async function measureSteps(page: Page, size: number, before: number | undefined): Promise<number> {
	const steps = await page.evaluate((rounds) => window.slider.steps(rounds), ROUNDS);
	const step = reportTimings(`slider-step-${size}`, steps, STEP_LIMIT);
	const themes = await page.evaluate((rounds) => window.slider.themeChanges(rounds), ROUNDS);
	reportTimings(`theme-change-${size}`, themes, THEME_LIMIT);
	const perUnit = (1000 * step) / size;
	report({
		name: `scaling-slider-step-${size}`,
		value: perUnit,
		unit: 'µs/unit',
		baseline: before
	});
	await page.context().close();
	return perUnit;
}

/** Where frames keep pace with a screen, as on any desk: otherwise they would queue up for the graphics. */
async function measureTasks(page: Page, size: number): Promise<void> {
	const { longest, script } = await page.evaluate(
		(rounds) => window.slider.longestTask(rounds),
		ROUNDS
	);
	const name = `slider-step-${size}-longest-task`;
	report({ name, value: longest, unit: 'ms', limit: TASK_LIMIT_MS });
	report({ name: `slider-step-${size}-script`, value: script, unit: 'ms' });
	await page.context().close();
}

function reportTimings(name: string, { actions, redraws }: Timings, limit: number): number {
	const value = median(actions);
	report({ name, value, unit: 'ms', baseline: median(redraws), limit });
	return value;
}
