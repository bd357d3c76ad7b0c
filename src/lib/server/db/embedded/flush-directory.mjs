import { closeSync, fsyncSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** File systems store times in steps of up to two seconds. */
const TIME_STEP_MS = 2000;

/**
 * Forces the files of a directory to disk that were written since a time. The embedded database does not do it: its
 * file system has no fsync.
 *
 * @param {string} directory
 * @param {number} since milliseconds since 1970
 * @returns {number} how many files were forced to disk
 */
export function flushDirectory(directory, since) {
	let flushed = 0;
	for (const entry of readdirSync(directory, { withFileTypes: true })) {
		const path = join(directory, entry.name);
		if (entry.isDirectory()) {
			flushed += flushDirectory(path, since);
		} else if (entry.isFile() && statSync(path).mtimeMs >= since - TIME_STEP_MS) {
			flush(path, 'r+');
			flushed++;
		}
	}
	// Names of new files are part of their folder. Windows cannot open a folder, and needs not.
	if (flushed > 0 && process.platform !== 'win32') flush(directory, 'r');
	return flushed;
}

/**
 * @param {string} path
 * @param {'r' | 'r+'} mode
 */
function flush(path, mode) {
	const file = openSync(path, mode);
	try {
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}
