import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { maplibreFiles } from './vite/maplibre-files.ts';

/**
 * Messages and icons that several pages share: hundreds of modules under a kilobyte. They come in files of this many
 * bytes at least, not in one for each set of pages. Both depend on next to nothing, so that the order in which files
 * run stays right.
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
			// A page loads the messages that it uses, and not what the list of all messages names.
			treeshake: { moduleSideEffects: [{ test: /\/src\/lib\/paraglide\//, sideEffects: false }] }
		}
	}
}));
