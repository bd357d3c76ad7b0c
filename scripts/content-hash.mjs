import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './run-tool.mjs';

/** Generated from other sources, or not part of what is built. */
const LEFT_OUT = /^src\/lib\/paraglide$|\.test\.ts$|\/fixtures$/;

/**
 * A hash of files' names and contents: unlike dates, it survives a fresh checkout and a copy.
 *
 * @param {string[]} paths files and folders, relative to the project's folder
 */
export function contentHash(paths) {
	const hash = createHash('sha256');
	for (const path of paths) addTo(hash, path);
	return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path with forward slashes
 */
function addTo(hash, path) {
	const full = join(PROJECT, path);
	if (LEFT_OUT.test(path) || !existsSync(full)) return;
	if (statSync(full).isDirectory()) {
		for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`);
		return;
	}
	const content = readFileSync(full);
	hash.update(`${path} ${content.length}\n`).update(content);
}
