import { fileURLToPath } from 'node:url';
import { nodeOutput } from './node-process.ts';
import type { TableResult } from './table-child.ts';

const CHILD = fileURLToPath(new URL('./table-child.ts', import.meta.url));

/**
 * Reads or loads a table of figures in a process of its own.
 *
 * @param mode `read`: with exceljs alone; `prepare`: only the communes; `import`: all of it
 * @param at a server's address; empty for the embedded database, in memory
 */
export function runTableChild(
	mode: 'read' | 'prepare' | 'import',
	file: string,
	at = ''
): TableResult {
	return JSON.parse(nodeOutput(['--import', 'tsx', CHILD, mode, file, at])) as TableResult;
}
