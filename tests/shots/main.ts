import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { FrameUnits, Overview } from '#lib/view/wire.ts';
import { PROJECT } from '../../scripts/run-tool.mjs';
import { startApp, type App } from '../bench/app.ts';
import { launchChromium, openPage } from '../bench/chromium.ts';
import { noteFirstColours } from '../bench/first-colours.ts';
import { say } from '../bench/measurement.ts';
import { nodeOutput } from '../bench/node-process.ts';
import { fileName, SIZES, type Shot } from './shot.ts';
import { listShots } from './views.ts';

const FOLDER = join(PROJECT, 'shots');
/** Databases that are kept from one run to the next. */
const DATA = join(PROJECT, '.cache/shots');
/** Names and bubbles come a moment after the first colours. */
const SETTLE_MS = 700;

/** Takes the pictures whose file names contain one of the words; all without words. */
export async function takeShots(words: readonly string[]): Promise<void> {
	mkdirSync(FOLDER, { recursive: true });
	nodeOutput(['--import', 'tsx', 'src/lib/server/command/main.ts', 'demo', 'clear'], {
		DATA_DIR: join(DATA, 'empty'),
		DATABASE_URL: ''
	});
	const demonstration = await startApp(join(DATA, 'demonstration'));
	const empty = await startApp(join(DATA, 'empty'));
	const browser = await launchChromium();
	try {
		const shots = listShots(await findTellingUnit(demonstration)).filter((shot) =>
			words.length === 0 ? true : words.some((word) => fileName(shot).includes(word))
		);
		for (const group of groups(shots)) {
			const page = await openShotPage(browser, group[0]!);
			for (const shot of group) {
				await take(page, shot, (shot.view.empty ? empty : demonstration).url);
				say(fileName(shot));
			}
			await page.context().close();
		}
	} finally {
		await browser.close();
		await demonstration.stop();
		await empty.stop();
	}
}

/** Pictures that one page can take after another; those that change their page have one each. */
function groups(shots: readonly Shot[]): Shot[][] {
	const byKey = new Map<string, Shot[]>();
	for (const shot of shots) {
		const alone = shot.view.prepare || shot.view.act ? shot.view.name : '';
		const key = [alone, shot.size, shot.appearance].join(' ');
		byKey.set(key, [...(byKey.get(key) ?? []), shot]);
	}
	return [...byKey.values()];
}

async function openShotPage(browser: Browser, { view, size, appearance }: Shot): Promise<Page> {
	const page = await openPage(browser, {
		...SIZES[size],
		colorScheme: appearance,
		reducedMotion: 'reduce'
	});
	await page.addInitScript(noteFirstColours);
	await view.prepare?.(page);
	return page;
}

async function take(page: Page, shot: Shot, url: string): Promise<void> {
	const { view, language } = shot;
	await page.goto(`${url}${language === 'en' ? '/en' : ''}${view.path}`);
	await page.waitForLoadState('networkidle');
	if (view.map) {
		await page.waitForSelector('section.map[data-ready]');
		await page.waitForFunction(() => window.firstColours);
	}
	await view.act?.(page);
	await page.waitForTimeout(SETTLE_MS);
	await page.screenshot({ path: join(FOLDER, fileName(shot)) });
}

/** A commune of today that is on the programme, with former communes and sites where possible. */
async function findTellingUnit({ url }: App): Promise<string> {
	const overview = (await (await fetch(`${url}/api/overview`)).json()) as Overview;
	const { from } = overview.frames.at(-1)!;
	const query = `?v=${overview.dataVersion}&track=${overview.track}`;
	const { units } = (await (
		await fetch(`${url}/api/frames/${from}/units${query}`)
	).json()) as FrameUnits;
	const telling =
		units.find((unit) => unit.makeup.some(({ members }) => members.length > 1)) ?? units[0];
	if (!telling) throw new Error('The demonstration has no communes.');
	return telling.code;
}
