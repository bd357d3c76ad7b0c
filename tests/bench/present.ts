import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Slide, Story } from '#lib/domain/story/story.ts';
import { startApp, type App } from './app.ts';
import { launchChromium, openPage, UNPACED } from './chromium.ts';
import { runImportChild } from './import-process.ts';
import { median, report, reportSkipped, say, type Wanted } from './measurement.ts';
import { NATIONAL, NATIONAL_MISSING } from './samples.ts';

const NEXT_SLIDE = 'present-next-slide';
const SLIDES = 'present-slides-pptx';
const ATLAS = 'present-atlas-130';
const ATLAS_MEMORY = 'present-atlas-130-memory';
const NATIONAL_MAPS = ['present-national-svg', 'present-national-pdf'];
export const PRESENT = [NEXT_SLIDE, SLIDES, ATLAS, ATLAS_MEMORY, ...NATIONAL_MAPS];

const ROUNDS = 41;
const FEW_ROUNDS = 5;
const VIEWS = 10;
const PAGES = 130;
/** Lines on a page of the atlas: facts, record, years and notes. */
const LINES = 40;
const NEXT_LIMIT = 2;
const SLIDES_LIMIT = 3;
const ATLAS_LIMIT = 1.5;
/** A thick atlas needs no more memory than a thin one: what its pages take together is far more. */
const ATLAS_MEMORY_MB = 100;
const NATIONAL_MB = 5;

/** Turning pages in a hall, and the files that are carried away. */
export async function benchPresent(wanted: Wanted): Promise<void> {
	if ([NEXT_SLIDE, SLIDES, ATLAS, ATLAS_MEMORY].some(wanted)) {
		await withApp(undefined, async (app) => {
			const browser = await launchChromium(UNPACED);
			try {
				if (wanted(NEXT_SLIDE)) await benchNextSlide(app, browser);
				if (wanted(SLIDES)) await benchSlides(app);
				if (wanted(ATLAS) || wanted(ATLAS_MEMORY)) await benchAtlas(app, browser);
			} finally {
				await browser.close();
			}
		});
	}
	if (!NATIONAL_MAPS.some(wanted)) return;
	if (NATIONAL_MISSING) return reportSkipped(NATIONAL_MAPS, NATIONAL_MISSING);
	await withApp(NATIONAL, async ({ url }) => {
		for (const [at, kind] of ['svg', 'pdf'].entries()) {
			const { bytes } = await fetchAll(`${url}/export/map/sheet.${kind}`);
			report({
				name: NATIONAL_MAPS[at]!,
				unit: 'MB',
				value: bytes / 2 ** 20,
				limit: NATIONAL_MB
			});
		}
	});
}

/** @param file boundaries to begin with; the demonstration data without */
async function withApp(file: string | undefined, work: (app: App) => Promise<void>): Promise<void> {
	const dataDir = mkdtempSync(join(tmpdir(), 'diaban-bench-'));
	if (file !== undefined) runImportChild('import', file, dataDir);
	const app = await startApp(dataDir);
	try {
		await work(app);
	} finally {
		await app.stop();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

/** Decembers of all themes: each slide has other colours and other stripes than the one before. */
function views(): Slide[] {
	return Array.from({ length: VIEWS }, (_, at) => ({
		kind: 'view',
		key: String(at),
		title: `Slide ${at}`,
		note: '',
		speaker: '',
		view: `t=${2017 + (at % 10)}-${at % 10 === 9 ? '06' : '12'}&theme=${['status', 'trend', 'sites'][at % 3]}`,
		seen: { dataVersion: 1, counts: [] },
		date: '2026-11-26'
	}));
}

async function makeStory({ url }: App, slides: readonly Slide[]): Promise<number> {
	const answer = await fetch(`${url}/api/stories`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin: url },
		body: JSON.stringify({ title: 'Bench', slides })
	});
	return ((await answer.json()) as Story).id;
}

/** From the key to the first picture of the next slide, without a flight, against drawing the same map again. */
async function benchNextSlide(app: App, browser: Browser): Promise<void> {
	// Of one frame: on other boundaries everything is laid out anew.
	const list = views().filter(({ key }) => Number(key) >= 3 && Number(key) < 8);
	const id = await makeStory(app, list);
	const page = await openPage(browser, { reducedMotion: 'reduce' });
	await noteFrames(page);
	await page.goto(`${app.url}/story/${id}/present`);
	await page.waitForSelector('[data-prepared="true"]');
	await page.waitForSelector('section.map[data-ready]');
	const turns: number[] = [];
	const redraws: number[] = [];
	// Each slide once, so that what is made at the first look is made.
	for (let at = 0; at < list.length; at++) await turn(page, at);
	for (let at = 0; at < ROUNDS; at++) {
		redraws.push(await timeFrame(page, 'online'));
		turns.push(await turn(page, at));
	}
	await page.context().close();
	report({
		name: NEXT_SLIDE,
		unit: 'ms',
		value: median(turns),
		baseline: median(redraws),
		limit: NEXT_LIMIT
	});
}

const turn = (page: Page, at: number) => timeFrame(page, at % 8 < 4 ? 'ArrowRight' : 'ArrowLeft');

/** Notes when a picture of the map has been drawn: a frame in which anything was drawn by the graphics card. */
function noteFrames(page: Page): Promise<unknown> {
	return page.addInitScript(() => {
		let drawn = 0;
		const context = WebGL2RenderingContext.prototype;
		for (const name of ['drawElements', 'drawArrays']) {
			const draw = Reflect.get(context, name) as (...args: number[]) => void;
			Reflect.set(context, name, function (this: WebGL2RenderingContext, ...args: number[]) {
				drawn++;
				draw.apply(this, args);
			});
		}
		const real = window.requestAnimationFrame.bind(window);
		window.requestAnimationFrame = (callback) =>
			real((time) => {
				const before = drawn;
				callback(time);
				if (drawn > before) window.dispatchEvent(new Event('map-drawn'));
			});
	});
}

/** Milliseconds from a key, or from the event that makes MapLibre draw again, to the next picture that was drawn. */
function timeFrame(page: Page, what: string): Promise<number> {
	return page.evaluate(async (action) => {
		// Whatever was under way is over first.
		await new Promise((resolve) => setTimeout(resolve, 300));
		const drawn = new Promise<number>((resolve) =>
			window.addEventListener('map-drawn', () => resolve(performance.now()), { once: true })
		);
		const begun = performance.now();
		window.dispatchEvent(
			action === 'online'
				? new Event('online')
				: new KeyboardEvent('keydown', { key: action, bubbles: true })
		);
		return (await drawn) - begun;
	}, what);
}

/** Ten slides of maps as a PowerPoint file, against ten pictures of the same maps. */
async function benchSlides(app: App): Promise<void> {
	const list = views();
	const id = await makeStory(app, list);
	const files: number[] = [];
	const pictures: number[] = [];
	for (let round = 0; round < FEW_ROUNDS; round++) {
		files.push((await fetchAll(`${app.url}/export/story/${id}/slides.pptx`)).ms);
		let sum = 0;
		for (const slide of list) {
			if (!('view' in slide)) continue;
			// As many pixels as on a slide, or fewer.
			sum += (await fetchAll(`${app.url}/export/map/sheet.png?${slide.view}&scale=1`)).ms;
		}
		pictures.push(sum);
		say(`slides ${Math.round(files.at(-1)!)} ms, pictures ${Math.round(sum)} ms`);
	}
	report({
		name: SLIDES,
		unit: 'ms',
		value: median(files),
		baseline: median(pictures),
		limit: SLIDES_LIMIT
	});
}

/**
 * A page for each of 130 communes, against as many plain pages printed by Chromium: with as many lines of text,
 * but neither map nor chart.
 */
async function benchAtlas(app: App, browser: Browser): Promise<void> {
	const url = `${app.url}/export/map/atlas.pdf?t=2019-12`;
	// The first reads fonts and boundaries, as the first page of Chromium's does.
	await fetchAll(url);
	const page = await openPage(browser);
	await page.setContent(
		Array.from({ length: PAGES }, (_, at) => {
			const lines = Array.from(
				{ length: LINES },
				(_line, line) => `<p>${line}: xã ${at}, số liệu</p>`
			);
			return `<section style="break-after:page"><h1>Xã ${at}</h1>${lines.join('')}</section>`;
		}).join('')
	);
	const ours: number[] = [];
	const plain: number[] = [];
	const before = memoryMb(app);
	for (let round = 0; round < FEW_ROUNDS; round++) {
		ours.push((await fetchAll(url)).ms);
		const begun = performance.now();
		await page.pdf({ format: 'A4' });
		plain.push(performance.now() - begun);
		say(`atlas ${Math.round(ours.at(-1)!)} ms, plain ${Math.round(plain.at(-1)!)} ms`);
	}
	await page.context().close();
	report({
		name: ATLAS,
		unit: 'ms',
		value: median(ours),
		baseline: median(plain),
		limit: ATLAS_LIMIT
	});
	if (before === undefined) return reportSkipped([ATLAS_MEMORY], 'only Linux tells');
	report({
		name: ATLAS_MEMORY,
		unit: 'MB',
		value: memoryMb(app)! - before,
		limit: ATLAS_MEMORY_MB
	});
}

/** The most memory that the server ever had; undefined where the system does not tell. */
function memoryMb({ pid }: App): number | undefined {
	try {
		const [, kb] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
		return kb === undefined ? undefined : Number(kb) / 1024;
	} catch {
		return undefined;
	}
}

async function fetchAll(url: string): Promise<{ ms: number; bytes: number }> {
	const begun = performance.now();
	const answer = await fetch(url);
	if (!answer.ok) throw new Error(`${answer.status} ${url}`);
	const bytes = (await answer.arrayBuffer()).byteLength;
	return { ms: performance.now() - begun, bytes };
}
