import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/find-chromium.mjs';

const ARGS = [
	'--no-sandbox',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	// WebGL without a graphics card.
	'--use-angle=swiftshader',
	'--enable-unsafe-swiftshader',
	'--ignore-gpu-blocklist'
];

/** Frames follow each other without waiting for a screen, so that waiting is not measured. */
export const UNPACED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** The screen that measurements are made on. */
const SCREEN = { width: 1366, height: 768 };

/** @throws Error when there is no Chromium */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
	const executablePath = await findChromium();
	if (executablePath === undefined) {
		throw new Error('There is no Chromium: install it, or name it in CHROMIUM_PATH.');
	}
	return chromium.launch({ executablePath, args: [...ARGS, ...more] });
}

/** Opens a page as a first visitor would: nothing is in its cache. What goes wrong in it is thrown here. */
export async function openPage(
	browser: Browser,
	options: BrowserContextOptions = {}
): Promise<Page> {
	const context = await browser.newContext({ viewport: SCREEN, locale: 'vi-VN', ...options });
	// Functions that we hand to pages were compiled with calls of this, which names them.
	await context.addInitScript('globalThis.__name ??= (named) => named;');
	const page = await context.newPage();
	page.on('pageerror', (error) => process.stderr.write(`In the page: ${error.stack}\n`));
	return page;
}
