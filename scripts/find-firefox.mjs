import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Finds a Firefox that starts: FIREFOX_PATH, or one on the path.
 *
 * @returns {string | undefined}
 */
export function findFirefox() {
	return process.env.FIREFOX_PATH ?? listOnPath(['firefox-esr', 'firefox']).find(starts);
}

/**
 * Finds the program that stands in for a screen, where there is none.
 *
 * @returns {string | undefined}
 */
export function findVirtualScreen() {
	return listOnPath(['Xvfb'])[0];
}

/** @param {readonly string[]} names */
function listOnPath(names) {
	const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin'];
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(existsSync);
}

/** @param {string} path */
function starts(path) {
	return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
