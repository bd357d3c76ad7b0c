import { createRequire } from 'node:module';
import { renameSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * The process in which GDAL runs, so that it can be ended wherever it is and its memory is limited; see `gdal.ts`.
 *
 * @typedef {import('./gdal.ts').GdalRequest} GdalRequest
 * @typedef {import('./gdal.ts').GdalLayer} GdalLayer
 * @typedef {{ pointer: number }} GdalDataset
 * @typedef {{
 *   name: string,
 *   featureCount: number,
 *   geometryFields?: {
 *     type?: string,
 *     coordinateSystem?: { wkt?: string, projjson?: { id?: { authority: string, code: number } } }
 *   }[]
 * }} InfoLayer
 * @typedef {{
 *   drivers: { vector: Record<string, unknown> },
 *   open(file: string): Promise<{ datasets: GdalDataset[] }>,
 *   ogrinfo(dataset: GdalDataset, options: string[]): Promise<{ layers?: InfoLayer[] }>,
 *   ogr2ogr(dataset: GdalDataset, options: string[], name: string): Promise<{ real: string }>
 * }} GdalLibrary
 */

/** @type {import('./gdal.ts').GdalOptions} */
let options;

// Whatever keeps this process busy, it does not outlive the one that started it.
new Worker(
	`const { Socket } = require('node:net');
	new Socket({ fd: 0, writable: false }).resume().on('close', () => process.kill(process.pid, 'SIGKILL'));`,
	{ eval: true }
).unref();

/** @type {Promise<{ gdal: GdalLibrary, dataset: GdalDataset }> | undefined} */
let opened;
let writtenCount = 0;

process.on('message', (/** @type {import('./gdal.ts').GdalOptions | GdalRequest} */ message) => {
	if (!('op' in message)) {
		options = message;
		return;
	}
	answer(message).then(
		(value) => process.send?.({ value }),
		(error) => process.send?.(describe(error))
	);
});

/** @param {GdalRequest} request */
async function answer(request) {
	opened ??= open();
	const { gdal, dataset } = await opened;
	if (request.op === 'list') {
		const { layers = [] } = await gdal.ogrinfo(dataset, ['-so']);
		return layers.map(toLayer);
	}
	const form = ['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=10', '-dim', 'XY'];
	// The library does not write a name twice, though the file of it was moved away.
	const name = `boundaries-${++writtenCount}`;
	const written = await gdal.ogr2ogr(dataset, [...form, request.layer], name);
	renameSync(written.real, request.target);
	return null;
}

async function open() {
	const gdal = await load();
	const { datasets } = await gdal.open(options.file);
	const [dataset] = datasets;
	if (!dataset) throw new Error('not opened');
	return { gdal, dataset };
}

/** 40 MB of WebAssembly, with the drivers of the recognised format and of GeoJSON only. */
async function load() {
	const require = createRequire(import.meta.url);
	const entry = require.resolve('gdal3.js/node.js');
	/** @type {(options: object) => Promise<GdalLibrary>} */
	const start = require(entry);
	const silent = () => undefined;
	const gdal = await start({
		// It takes a path relative to the working directory only.
		path: relative(process.cwd(), join(dirname(entry), 'dist/package')),
		dest: options.output,
		env: { GDAL_SKIP: options.skipped.join(',') },
		logHandler: silent,
		errorHandler: silent
	});
	const left = Object.keys(gdal.drivers.vector).filter(
		(name) => name !== options.driver && name !== 'GeoJSON'
	);
	if (left.length > 0) throw new Error(`Drivers that are not left out: ${left.join(', ')}`);
	return gdal;
}

/**
 * @param {InfoLayer} layer
 * @returns {GdalLayer}
 */
function toLayer({ name, featureCount, geometryFields }) {
	const [field] = geometryFields ?? [];
	const { wkt, projjson } = field?.coordinateSystem ?? {};
	return {
		name,
		features: featureCount,
		geometryType: field?.type ?? '',
		crs: projjson?.id ? `${projjson.id.authority}:${projjson.id.code}` : wkt
	};
}

/**
 * What failed; the library throws lists of plain objects.
 *
 * @param {unknown} error
 */
function describe(error) {
	/** @type {unknown[]} */
	const list = Array.isArray(error) ? error : [error];
	const text = list
		.map((each) => /** @type {{ message?: string }} */ (each).message ?? '')
		.join('; ');
	return /memory|bad_alloc|OOM/i.test(text) ? { outOfMemory: true } : { error: text };
}
