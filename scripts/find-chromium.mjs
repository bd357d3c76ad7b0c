import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds a Chromium that starts: CHROMIUM_PATH, one on the path, or the one that Playwright downloads.
 *
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
	const wanted = process.env.CHROMIUM_PATH;
	if (wanted) return wanted;
	const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin'];
	const { chromium } = await import('@playwright/test');
	return [
		...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
		chromium.executablePath()
	].find((path) => existsSync(path) && starts(path));
}

/**
 * On some systems the name is there, but only says that something else has to be installed.
 *
 * @param {string} path
 */
function starts(path) {
	return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
