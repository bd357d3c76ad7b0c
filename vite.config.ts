import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { maplibreFiles } from './vite/maplibre-files.ts';

/**
 * What many pages have in common comes in one file: a hundred small ones cost more than their bytes, in requests
 * and in the time until the page answers.
 */
const SHARED = { name: 'shared', test: /\/src\/lib\/|@lucide/, minShareCount: 4 };

export default defineConfig(({ isSsrBuild }) => ({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['url', 'baseLocale'],
			emitTsDeclarations: true
		}),
		maplibreFiles(),
		sveltekit()
	],
	// PGlite finds its WASM files beside its own module, so it must not be bundled.
	ssr: { external: ['@electric-sql/pglite', '@electric-sql/pglite-postgis', 'pino', 'postgres'] },
	build: {
		chunkSizeWarningLimit: 900,
		rolldownOptions: { output: isSsrBuild ? {} : { codeSplitting: { groups: [SHARED] } } }
	}
}));
