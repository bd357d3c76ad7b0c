import { execFileSync } from 'node:child_process';
import {
	copyFileSync,
	cpSync,
	existsSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import node from '@sveltejs/adapter-node';
import { nodeFileTrace } from '@vercel/nft';
import { build } from 'vite';

/**
 * A build that stands alone: `node build` runs from any folder on a machine that has only Node.js. Beside what
 * adapter-node writes, the folder holds the compiled threads, the command line (`node build/data.js`), the files that
 * the server reads and the packages that it needs.
 */

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const BUILD = join(PROJECT, 'build');

/** Programs that run beside the server's, by the name of their file in the build. */
const PROGRAMS = {
	'threads/audit': 'src/lib/server/disclosure/run-audit.ts',
	'threads/database': 'src/lib/server/db/embedded/thread.mjs',
	'threads/export': 'src/lib/server/http/exports/run-export.ts',
	'threads/evidence': 'src/lib/server/evidence/run-thread.ts',
	'threads/gdal': 'src/lib/server/import/formats/gdal-process.mjs',
	'threads/prepare-cache': 'src/lib/server/data/prepare-cache.ts',
	'threads/task': 'src/lib/server/jobs/run-task.ts',
	data: 'src/lib/server/command/main.ts'
};

/** Files that the server reads, at the same place as in the project. */
const RESOURCES = ['drizzle', 'data/base', 'data/catalogue', 'data/demo', 'data/facts', 'player'];

/** Packages of which files are read that no code imports. */
const READ_PACKAGES = [
	'@electric-sql/pglite',
	'@electric-sql/pglite-postgis',
	'@expo-google-fonts/be-vietnam-pro',
	'@fontsource/be-vietnam-pro',
	'@resvg/resvg-wasm',
	'gdal3.js',
	'highs'
];

/**
 * @param {import('@sveltejs/adapter-node').AdapterOptions} options
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function standalone(options) {
	const adapter = node({ ...options, out: BUILD });
	return {
		...adapter,
		name: 'standalone',
		async adapt(builder) {
			await adapter.adapt(builder);
			await buildPrograms();
			copyFileSync(join(PROJECT, 'vite/standalone/index.js'), join(BUILD, 'index.js'));
			copyFileSync(
				join(PROJECT, 'vite/standalone/stop-gracefully.js'),
				join(BUILD, 'stop-gracefully.js')
			);
			for (const path of RESOURCES) {
				cpSync(join(PROJECT, path), join(BUILD, path), { recursive: true });
			}
			const { name, version, license } = JSON.parse(
				readFileSync(join(PROJECT, 'package.json'), 'utf8')
			);
			const described = { name, version, license, private: true, type: 'module' };
			writeFileSync(join(BUILD, 'package.json'), JSON.stringify(described, null, '\t'));
			rmSync(join(BUILD, 'index.js.map'), { force: true });
			await copyPackages();
			execFileSync(process.execPath, [join(BUILD, 'threads/prepare-cache.js')]);
			copyCache();
		}
	};
}

async function buildPrograms() {
	await build({
		configFile: false,
		root: PROJECT,
		logLevel: 'error',
		// As in the server's own code; the package itself is not needed at run time.
		ssr: { noExternal: ['@sveltejs/kit'] },
		build: {
			ssr: true,
			target: 'node20',
			outDir: BUILD,
			emptyOutDir: false,
			copyPublicDir: false,
			rolldownOptions: {
				input: Object.fromEntries(
					Object.entries(PROGRAMS).map(([name, file]) => [name, join(PROJECT, file)])
				),
				output: { entryFileNames: '[name].js', chunkFileNames: 'threads/chunks/[name]-[hash].js' },
				// As in vite.config.ts: only the messages that a program uses.
				treeshake: { moduleSideEffects: [{ test: /\/src\/lib\/paraglide\//, sideEffects: false }] }
			}
		}
	});
}

/** Copies every package that the build imports, whole: packages read files of their own by paths of their own. */
async function copyPackages() {
	const entries = ['handler.js', 'index.js', ...Object.keys(PROGRAMS).map((name) => `${name}.js`)];
	const { fileList } = await nodeFileTrace(
		entries.map((entry) => join(BUILD, entry)),
		{ base: PROJECT, processCwd: PROJECT }
	);
	const packages = new Set([
		...READ_PACKAGES.map((name) => `node_modules/${name}`),
		...[...fileList].flatMap((file) => packageOf(file.replaceAll('\\', '/')) ?? [])
	]);
	for (const folder of packages) {
		cpSync(join(PROJECT, folder), join(BUILD, folder), {
			recursive: true,
			// Packages within packages are listed themselves.
			filter: (source) => {
				const inside = relative(join(PROJECT, folder), source).replaceAll('\\', '/');
				return !/(^|\/)node_modules(\/|$)|\.map$/.test(inside);
			}
		});
	}
}

/** Databases that are ready to be copied save the first start ten seconds and the loading, the slim PostGIS another two. */
function copyCache() {
	const cache = join(PROJECT, '.cache');
	if (!existsSync(cache)) return;
	for (const name of readdirSync(cache)) {
		if (/^(database|demonstration|postgis)-.*\.tar\.gz$/.test(name)) {
			cpSync(join(cache, name), join(BUILD, '.cache', name));
		}
	}
}

/**
 * The folder of the package that a file belongs to, the innermost one.
 *
 * @param {string} file
 */
function packageOf(file) {
	return /^(.*\/)?node_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0];
}
