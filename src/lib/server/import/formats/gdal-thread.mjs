import { createRequire } from 'node:module';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * The thread in which GDAL runs, so that it can be ended wherever it is; see `gdal.ts`. Plain JavaScript,
 * because a thread of the built application starts from here, too.
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

const { file, driver, skipped } = /** @type {import('./gdal.ts').GdalOptions} */ (workerData);
const owner = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const output = mkdtempSync(join(tmpdir(), 'diaban-gdal-'));
process.once('exit', () => rmSync(output, { recursive: true, force: true }));

/** @type {Promise<{ gdal: GdalLibrary, dataset: GdalDataset }> | undefined} */
let opened;
let writtenCount = 0;

owner.on('message', (/** @type {GdalRequest} */ request) => {
	answer(request).then(
		(value) => owner.postMessage({ value }),
		(error) => owner.postMessage({ error: describe(error) })
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
	const options = ['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=10', '-dim', 'XY'];
	// The library does not write a name twice, though the file of it was moved away.
	const name = `boundaries-${++writtenCount}`;
	const written = await gdal.ogr2ogr(dataset, [...options, request.layer], name);
	renameSync(written.real, request.target);
	return null;
}

async function open() {
	const gdal = await load();
	const { datasets } = await gdal.open(file);
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
		dest: output,
		env: { GDAL_SKIP: skipped.join(',') },
		logHandler: silent,
		errorHandler: silent
	});
	const left = Object.keys(gdal.drivers.vector).filter(
		(name) => name !== driver && name !== 'GeoJSON'
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

/** @param {unknown} error the library throws lists of plain objects */
function describe(error) {
	/** @type {unknown[]} */
	const list = Array.isArray(error) ? error : [error];
	return list.map((each) => /** @type {{ message?: string }} */ (each).message ?? '').join('; ');
}
