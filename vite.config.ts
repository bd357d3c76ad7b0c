import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { maplibreFiles } from './vite/maplibre-files.ts';

export default defineConfig({
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
	build: { chunkSizeWarningLimit: 900 }
});
