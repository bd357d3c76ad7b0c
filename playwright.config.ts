import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/find-chromium.mjs';
import { findFirefox } from './scripts/find-firefox.mjs';

// Kept in the environment, so that each worker process does not look again.
process.env.CHROMIUM_PATH ||= (await findChromium()) ?? '';
const port = Number(process.env.E2E_PORT || 34_173);
const baseURL = `http://127.0.0.1:${port}`;

export default defineConfig({
	testDir: 'tests/e2e',
	// `npm test` names what is left out, and how to have it.
	testIgnore: [
		...(findFirefox() ? [] : ['**/firefox.test.ts']),
		// Needs the superuser: part of `npm run attack`.
		...(process.env.ATTACK_ROUNDS ? [] : ['**/full-disk.test.ts'])
	],
	// One server and a map drawn in software: more at once would only wait for each other.
	workers: 1,
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	timeout: 120_000,
	expect: { timeout: 15_000 },
	reporter: [['list']],
	use: {
		baseURL,
		// A control that is not there fails its test long before the test's own time is over.
		actionTimeout: 30_000,
		locale: 'vi-VN',
		viewport: { width: 1366, height: 768 },
		// Filming every test costs a fifth of its time: ask for it with --trace=retain-on-failure.
		trace: 'off',
		launchOptions: {
			executablePath: process.env.CHROMIUM_PATH || undefined,
			args: [
				'--no-sandbox',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--no-first-run',
				// WebGL without a graphics card.
				'--use-angle=swiftshader',
				'--enable-unsafe-swiftshader',
				'--ignore-gpu-blocklist'
			]
		}
	},
	webServer: {
		command: `node tests/setup/serve.mjs`,
		env: { PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: '' },
		url: `${baseURL}/healthz`,
		// The first start builds, creates the database and loads the demonstration data.
		timeout: 180_000,
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 }
	}
});
