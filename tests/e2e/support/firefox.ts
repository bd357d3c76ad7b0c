import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { findFirefox, findVirtualScreen } from '../../../scripts/find-firefox.mjs';

/** Maximum wait for data and drawing, also with software rendering. */
export const WAIT_MS = 30_000;

const firefoxPath = findFirefox();
const screenPath = findVirtualScreen();
/** Without a display Firefox has no WebGL, and the map is drawn as SVG. */
export const hasScreen = Boolean(process.env.DISPLAY ?? screenPath);

interface Firefox {
	page: Page;
	/** The folder that downloads land in. */
	downloads: string;
}

/** Each test has a page of its own in one Firefox, and fails when the page complained. */
export const test = base.extend<{ firefox: Firefox }, { firefoxBrowser: Browser }>({
	firefoxBrowser: [
		async ({}, use) => {
			const screen = await openScreen();
			const browser = await launch({
				browser: 'firefox',
				executablePath: firefoxPath ?? '',
				headless: !hasScreen,
				// Software that stands in for a graphics card is not on Firefox's list.
				extraPrefsFirefox: { 'webgl.force-enabled': true },
				env: { ...process.env, ...screen.env }
			});
			await use(browser);
			await browser.close();
			screen.close();
		},
		{ scope: 'worker' }
	],
	firefox: async ({ firefoxBrowser }, use) => {
		const downloads = mkdtempSync(join(tmpdir(), 'diaban-firefox-'));
		const context = await firefoxBrowser.createBrowserContext({
			downloadBehavior: { policy: 'allow', downloadPath: downloads }
		});
		const page = await context.newPage();
		page.setDefaultTimeout(WAIT_MS);
		await page.setViewport({ width: 1366, height: 768 });
		const complaints: string[] = [];
		page.on('pageerror', (error) => {
			if (!isOfDriver(String(error))) complaints.push(String(error));
		});
		page.on('console', (message) => {
			if (message.type() === 'error') complaints.push(message.text());
		});
		await use({ page, downloads });
		await context.close();
		rmSync(downloads, { recursive: true, force: true });
		expect(complaints, 'errors in the page').toEqual([]);
	}
});

/** The driver evaluates code of its own, which the page's policy forbids; Chromium says it of the page's own code. */
function isOfDriver(text: string): boolean {
	return text.includes('blocked a JavaScript eval');
}

/** Starts a virtual display where there is none; Xvfb chooses its number. */
async function openScreen(): Promise<{ env: NodeJS.ProcessEnv; close: () => void }> {
	if (process.env.DISPLAY || !screenPath) return { env: {}, close: () => undefined };
	const screen = spawn(screenPath, ['-displayfd', '1', '-screen', '0', '1600x1000x24'], {
		stdio: ['ignore', 'pipe', 'ignore']
	});
	const number = await new Promise<string>((resolve, reject) => {
		screen.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()));
		screen.once('exit', () => reject(new Error('the virtual screen did not start')));
	});
	return { env: { DISPLAY: `:${number}` }, close: () => screen.kill() };
}

/** Opens an address and waits until the page has started, so that what is pressed does something. */
export async function open(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await page.waitForSelector('html:not([data-app="loading"])');
}

export async function mapIsDrawn(page: Page): Promise<void> {
	await page.waitForSelector('section.map[data-ready="true"]');
}

/** Waits until a part of the page has a text; the message of a failure says what stood there. */
export async function expectText(page: Page, selector: string, text: RegExp): Promise<void> {
	await expect
		.poll(
			() => page.$$eval(selector, (found) => found.map(({ textContent }) => textContent).join(' ')),
			{ timeout: WAIT_MS }
		)
		.toMatch(text);
}

/** Presses what has a role and a name. */
export async function press(page: Page, role: string, name: string): Promise<void> {
	await page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();
}
