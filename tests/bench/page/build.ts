import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { PROJECT } from '../../../scripts/run-tool.mjs';
import { maplibreFiles } from '../../../vite/maplibre-files.ts';

/** Builds the page that drives the map, as the product's own pages are built; returns the folder. */
export async function buildSliderPage(): Promise<string> {
	const outDir = `${PROJECT}.cache/bench-page`;
	await build({
		configFile: false,
		root: PROJECT,
		logLevel: 'error',
		publicDir: false,
		plugins: [maplibreFiles()],
		build: {
			outDir,
			emptyOutDir: true,
			chunkSizeWarningLimit: 2000,
			rollupOptions: {
				input: { slider: fileURLToPath(new URL('./slider.ts', import.meta.url)) },
				output: { entryFileNames: '[name].js' }
			}
		}
	});
	return outDir;
}
