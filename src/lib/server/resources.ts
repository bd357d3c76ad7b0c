import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/* Where the program's own files are: beside the sources in the project, or in the folder of a build. */

/** The folder that holds migrations, catalogue and demonstration data, whatever the working directory is. */
const HOME = findHome(dirname(fileURLToPath(import.meta.url)));

function findHome(folder: string): string {
	if (existsSync(join(folder, 'drizzle/meta'))) return folder;
	const parent = dirname(folder);
	if (parent === folder)
		throw new Error('The folder drizzle is missing: the program is not whole.');
	return findHome(parent);
}

/**
 * The path of a file or folder that the program reads.
 *
 * @example resourcePath('data/demo')
 */
export function resourcePath(path: string): string {
	return join(HOME, path);
}

/** Where files may be kept that can be made again; shared by a project and its build. */
export function cachePath(file: string): string {
	const project = existsSync(join(HOME, '../package.json')) ? join(HOME, '..') : HOME;
	return join(project, '.cache', file);
}

/**
 * The files that a build consists of, of those named.
 *
 * @param paths files and folders of files
 * @returns their paths in a fixed order; undefined in the project itself
 */
export function filesOfBuild(paths: readonly string[]): string[] | undefined {
	if (!existsSync(join(HOME, 'threads'))) return undefined;
	return paths.flatMap((path) => {
		const full = join(HOME, path);
		if (!statSync(full).isDirectory()) return [full];
		return readdirSync(full)
			.sort()
			.map((name) => join(full, name));
	});
}

/** The threads that the server starts, with the files that they run in the project. */
const THREADS = {
	audit: 'src/lib/server/disclosure/thread.mjs',
	database: 'src/lib/server/db/embedded/thread.mjs',
	export: 'src/lib/server/http/exports/thread.mjs',
	evidence: 'src/lib/server/evidence/thread.mjs',
	gdal: 'src/lib/server/import/formats/gdal-process.mjs',
	task: 'src/lib/server/jobs/thread.mjs'
} as const;

/** The file that a thread runs: compiled in a build, the source in the project. */
export function threadPath(thread: keyof typeof THREADS): string {
	const built = join(HOME, 'threads', `${thread}.js`);
	return existsSync(built) ? built : join(HOME, THREADS[thread]);
}
