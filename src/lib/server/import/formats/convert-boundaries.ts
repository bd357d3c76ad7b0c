import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { BoundaryFileRefused } from './boundary-file-refused.ts';
import { readHead, type FileFormat } from './file-format.ts';
import {
	GDAL_DRIVERS,
	GdalFile,
	GdalOutOfMemory,
	GdalRefused,
	GdalTimedOut,
	MEMORY,
	type GdalFormat
} from './gdal.ts';
import { isSequence, SequenceBroken, writeCollection } from './json-roots.ts';
import { KmlBroken, kmlToGeoJson, layersOfKml, readKml } from './read-kml.ts';
import { copyAsUtf8, decodeHead, findTextForm } from './text-form.ts';

/** A boundary file in the one form that everything after reads. */
export interface BoundaryFile {
	format: FileFormat;
	/** GeoJSON in the coordinates of the original. */
	geojson: string;
	/** What there is to choose from: layers with areas, and files of an archive by their paths in it. */
	layers: string[];
	layer: string | undefined;
	/** What the original says of its reference system; undefined if the GeoJSON states it, or if it is unknown. */
	crs: string | undefined;
	/** Points and lines that stood beside areas and were left out on the way. */
	leftOut: number;
}

/**
 * Brings a boundary file of a known format into GeoJSON.
 *
 * @throws BoundaryFileRefused
 */
export async function convertBoundaries(
	file: string,
	format: FileFormat,
	folder: string,
	layer: string | undefined
): Promise<BoundaryFile> {
	if (format in GDAL_DRIVERS) return fromGdal(format as GdalFormat, file, folder, layer);
	if (format === 'kml') return fromKml(file, folder, layer);
	const text = await inUtf8(file, folder);
	return format === 'topojson' ? fromTopoJson(text, folder, layer) : fromGeoJson(text, folder);
}

async function inUtf8(file: string, folder: string): Promise<string> {
	const form = findTextForm(readHead(file));
	if (form === 'utf-8') return file;
	const target = join(folder, 'utf-8.json');
	await copyAsUtf8(file, form, target);
	return target;
}

async function fromGeoJson(file: string, folder: string): Promise<BoundaryFile> {
	const head = decodeHead(readHead(file));
	// A collection is recognised by its head; only other files are scanned.
	const collection = /^\s*\{[^{[]*"(?:type"\s*:\s*"FeatureCollection"|features"\s*:)/.test(head);
	const plain = {
		format: 'geojson',
		layers: [],
		layer: undefined,
		crs: undefined,
		leftOut: 0
	} as const;
	if (collection || !(await isSequence(file))) return { ...plain, layers: [], geojson: file };
	const geojson = join(folder, 'boundaries.geojson');
	try {
		await writeCollection(file, geojson);
	} catch (error) {
		if (!(error instanceof SequenceBroken)) throw error;
		throw new BoundaryFileRefused('not-json');
	}
	return { ...plain, layers: [], geojson };
}

function fromTopoJson(file: string, folder: string, layer: string | undefined): BoundaryFile {
	let topology: Topology;
	try {
		topology = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as Topology;
	} catch {
		throw new BoundaryFileRefused('not-json');
	}
	const layers = Object.keys(topology.objects ?? {});
	const chosen = chooseLayer(layers, layer);
	const geojson = join(folder, 'boundaries.geojson');
	try {
		writeFileSync(geojson, JSON.stringify(feature(topology, topology.objects[chosen]!)));
	} catch {
		throw new BoundaryFileRefused('format-broken');
	}
	return { format: 'topojson', geojson, layers, layer: chosen, crs: undefined, leftOut: 0 };
}

function fromKml(file: string, folder: string, layer: string | undefined): BoundaryFile {
	try {
		const { placemarks, leftOut } = readKml(file);
		if (placemarks.length === 0) {
			if (leftOut === 0) throw new BoundaryFileRefused('no-features');
			throw new BoundaryFileRefused('not-polygon', { value: 'Point, LineString' });
		}
		const layers = layersOfKml(placemarks);
		const chosen = chooseLayer([...layers.keys()], layer);
		const geojson = join(folder, 'boundaries.geojson');
		writeFileSync(geojson, kmlToGeoJson(layers.get(chosen) ?? []));
		const names = layers.size > 1 ? [...layers.keys()] : [];
		return {
			format: 'kml',
			geojson,
			layers: names,
			layer: chosen || undefined,
			crs: undefined,
			leftOut
		};
	} catch (error) {
		if (!(error instanceof KmlBroken)) throw error;
		throw new BoundaryFileRefused('format-broken');
	}
}

async function fromGdal(
	format: GdalFormat,
	file: string,
	folder: string,
	layer: string | undefined
): Promise<BoundaryFile> {
	const opened = new GdalFile(file, format);
	try {
		const all = await opened.listLayers();
		const areas = all.filter((each) => !/point|line/i.test(each.geometryType) && each.features > 0);
		const layers = (areas.length > 0 ? areas : all).map((each) => each.name);
		const chosen = chooseLayer(layers, layer);
		const geojson = join(folder, 'boundaries.geojson');
		await opened.writeGeoJson(chosen, geojson);
		const crs = all.find((each) => each.name === chosen)?.crs;
		return { format, geojson, layers, layer: chosen, crs, leftOut: 0 };
	} catch (error) {
		if (error instanceof GdalTimedOut) {
			throw new BoundaryFileRefused('open-too-long', { count: error.seconds });
		}
		if (error instanceof GdalOutOfMemory) {
			throw new BoundaryFileRefused('open-too-large', { count: MEMORY.limitMb });
		}
		if (error instanceof GdalRefused) throw new BoundaryFileRefused('format-broken');
		throw error;
	} finally {
		await opened.close();
	}
}

function chooseLayer(layers: readonly string[], asked: string | undefined): string {
	// With one layer there is no choice.
	const chosen = layers.length === 1 ? layers[0] : asked;
	if (chosen === undefined || !layers.includes(chosen)) {
		throw new BoundaryFileRefused('layer-choose', { choices: [...layers] });
	}
	return chosen;
}
