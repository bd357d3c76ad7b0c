import { fileURLToPath } from 'node:url';
import type { ImportResult } from './import-child.ts';
import { nodeOutput } from './node-process.ts';

const CHILD = fileURLToPath(new URL('./import-child.ts', import.meta.url));

/**
 * Loads a boundary file in a process of its own.
 *
 * @param mode all of the import, or reading, validity and writing only
 * @param at a server's address, or the embedded database's folder
 */
export function runImportChild(mode: 'import' | 'load', file: string, at: string): ImportResult {
	return JSON.parse(nodeOutput(['--import', 'tsx', CHILD, mode, file, at])) as ImportResult;
}
