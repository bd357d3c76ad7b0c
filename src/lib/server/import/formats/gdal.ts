import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** What a file says of one of its layers. */
export interface GdalLayer {
	name: string;
	features: number;
	/** Polygon, MultiPolygon … as the format knows it. */
	geometryType: string;
	/** EPSG:9205 where the file names a known reference system; else its definition (WKT); else undefined. */
	crs: string | undefined;
}

/** The part of gdal3.js that we use: its own types name neither Node's entry nor the answers. */
interface GdalDataset {
	pointer: number;
}
interface GdalLibrary {
	open(file: string): Promise<{ datasets: GdalDataset[]; errors: string[] }>;
	ogrinfo(dataset: GdalDataset, options: string[]): Promise<{ layers?: InfoLayer[] }>;
	ogr2ogr(dataset: GdalDataset, options: string[], name: string): Promise<{ real: string }>;
	close(dataset: GdalDataset): Promise<void>;
}
interface InfoLayer {
	name: string;
	featureCount: number;
	geometryFields?: {
		type?: string;
		coordinateSystem?: { wkt?: string; projjson?: { id?: { authority: string; code: number } } };
	}[];
}

/** The file is not what it seems to be. */
export class GdalRefused extends Error {}

/** The library does not write a name twice, though the file of it was moved away. */
let writtenCount = 0;

let library: Promise<{ gdal: GdalLibrary; output: string }> | undefined;

/** Loaded with the first file that needs it: 40 MB of WebAssembly. */
function load(): Promise<{ gdal: GdalLibrary; output: string }> {
	library ??= (async () => {
		const require = createRequire(import.meta.url);
		const entry = require.resolve('gdal3.js/node.js');
		const start = require(entry) as (options: object) => Promise<GdalLibrary>;
		const output = mkdtempSync(join(tmpdir(), 'diaban-gdal-'));
		process.once('exit', () => rmSync(output, { recursive: true, force: true }));
		const silent = () => undefined;
		const gdal = await start({
			// It takes a path relative to the working directory only.
			path: relative(process.cwd(), join(dirname(entry), 'dist/package')),
			dest: output,
			logHandler: silent,
			errorHandler: silent
		});
		return { gdal, output };
	})();
	return library;
}

/**
 * Lists a file's layers.
 *
 * @throws GdalRefused
 */
export async function listLayers(file: string): Promise<GdalLayer[]> {
	return withDataset(file, async (gdal, dataset) => {
		const { layers = [] } = await gdal.ogrinfo(dataset, ['-so']);
		return layers.map((layer) => {
			const [field] = layer.geometryFields ?? [];
			const { wkt, projjson } = field?.coordinateSystem ?? {};
			return {
				name: layer.name,
				features: layer.featureCount,
				geometryType: field?.type ?? '',
				crs: projjson?.id ? `${projjson.id.authority}:${projjson.id.code}` : wkt
			};
		});
	});
}

/**
 * Writes a layer as GeoJSON in the coordinates of the file: reprojection is left to the database, which
 * knows the datum shift of VN-2000.
 *
 * @throws GdalRefused
 */
export async function writeGeoJson(file: string, layer: string, target: string): Promise<void> {
	await withDataset(file, async (gdal, dataset) => {
		const options = ['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=10', '-dim', 'XY'];
		const written = await gdal.ogr2ogr(
			dataset,
			[...options, layer],
			`boundaries-${++writtenCount}`
		);
		renameSync(written.real, target);
	});
}

async function withDataset<T>(
	file: string,
	work: (gdal: GdalLibrary, dataset: GdalDataset) => Promise<T>
): Promise<T> {
	const { gdal } = await load();
	let dataset: GdalDataset | undefined;
	try {
		const { datasets } = await gdal.open(file);
		dataset = datasets[0];
		if (!dataset) throw new GdalRefused(file);
		return await work(gdal, dataset);
	} catch (error) {
		if (error instanceof GdalRefused) throw error;
		// The library throws lists of plain objects.
		throw new GdalRefused(describe(error));
	} finally {
		if (dataset) await gdal.close(dataset);
	}
}

function describe(error: unknown): string {
	const list: unknown[] = Array.isArray(error) ? error : [error];
	return list.map((each) => (each as { message?: string }).message ?? '').join('; ');
}
