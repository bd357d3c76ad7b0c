import { accessSync, constants, statSync } from 'node:fs';

/** Whether a path is a file (not a folder) that may be read. */
export function isReadableFile(path: string): boolean {
	try {
		accessSync(path, constants.R_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}
