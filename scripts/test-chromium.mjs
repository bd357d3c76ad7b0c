import { findChromium } from './find-chromium.mjs';
import { run, toolCommand } from './run-tool.mjs';

/**
 * Finds a Chromium, or installs one: the system's package when we may, else Playwright's download.
 *
 * @returns {Promise<string | undefined>} undefined when there is none and none could be had
 */
export async function findOrInstallChromium() {
	const found = await findChromium();
	if (found) return found;
	console.log('No Chromium found; installing one …');
	const installed = (await installPackage()) || (await download());
	return installed ? findChromium() : undefined;
}

async function installPackage() {
	if (process.getuid?.() !== 0) return false;
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return (
		(await run(['apt-get', 'update', '-q'], env)) === 0 &&
		(await run(['apt-get', 'install', '-y', '-q', 'chromium'], env)) === 0
	);
}

async function download() {
	return (await run(toolCommand('@playwright/test', ['install', 'chromium'], 'playwright'))) === 0;
}
