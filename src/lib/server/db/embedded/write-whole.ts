import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file under another name first and forces it to disk: a file of this name is always whole. */
export function writeWhole(path: string, bytes: Uint8Array): void {
	const unfinished = `${path}.${process.pid}`;
	try {
		const file = openSync(unfinished, 'w');
		try {
			writeFileSync(file, bytes);
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		renameSync(unfinished, path);
	} catch (error) {
		rmSync(unfinished, { force: true });
		throw error;
	}
}
