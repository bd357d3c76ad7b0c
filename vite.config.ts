import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { maplibreFiles } from './vite/maplibre-files.ts';

/**
 * Messages and icons that several pages share are hundreds of modules smaller than a kilobyte. They are merged into
 * chunks of at least this many bytes. They import almost nothing, so merging does not change the execution order.
 */
const sharedBy = (name: string, test: RegExp, bytes: number) => ({
	name,
	test,
	minShareCount: 2,
	entriesAware: true,
	entriesAwareMergeThreshold: bytes
});
const SHARED = [
	sharedBy('messages', /\/src\/lib\/paraglide\//, 8000),
	sharedBy('icons', /@lucide/, 4000)
];

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
		rolldownOptions: {
			output: isSsrBuild ? {} : { codeSplitting: { groups: SHARED } },
			// The index of all messages has no side effects: a page loads only the messages that it uses.
			treeshake: { moduleSideEffects: [{ test: /\/src\/lib\/paraglide\//, sideEffects: false }] }
		}
	}
}));
