import { readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { ArchiveRefused, unpack } from './archive.ts';
import { findFileFormat, isArchive, isBoundaryFormat, type FileFormat } from './file-format.ts';
import { GdalRefused, listLayers, writeGeoJson } from './gdal.ts';

/** A boundary file in the one form that everything after reads. */
export interface BoundaryFile {
	format: FileFormat;
	/** GeoJSON in the coordinates of the original. */
	geojson: string;
	/** Layers with areas; more than one where the user has to choose. */
	layers: string[];
	layer: string | undefined;
	/** What the original says of its reference system; undefined when the GeoJSON says it, or nobody does. */
	crs: string | undefined;
}

/** The file cannot be opened as boundaries; `code` is a problem's. */
export class BoundaryFileRefused extends Error {
	constructor(
		readonly code:
			| 'file-empty'
			| 'format-unknown'
			| 'archive-broken'
			| 'archive-bomb'
			| 'file-encrypted'
			| 'format-broken'
			| 'layer-choose',
		readonly value = ''
	) {
		super(code);
	}
}

/**
 * Opens a boundary file of any format that is known and brings it into GeoJSON.
 *
 * @param folder for what is written on the way; the caller removes it
 * @param layer which layer is meant, where there are several
 * @throws BoundaryFileRefused
 */
export async function openBoundaryFile(
	file: string,
	folder: string,
	layer?: string
): Promise<BoundaryFile> {
	const format = await findFileFormat(file);
	refuseOthers(format, file);
	const inner = await findInner(file, format, folder, layer);
	if (format === 'geojson') return plain(format, inner);
	if (format === 'topojson') return fromTopoJson(inner, folder, layer);
	return fromGdal(format, inner, folder, layer);
}

function refuseOthers(format: FileFormat, file: string): void {
	if (format === 'empty') throw new BoundaryFileRefused('file-empty');
	if (format === 'bomb') throw new BoundaryFileRefused('archive-bomb');
	if (format === 'broken-archive') throw new BoundaryFileRefused('archive-broken');
	if (format === 'password') throw new BoundaryFileRefused('file-encrypted');
	if (!isBoundaryFormat(format)) {
		throw new BoundaryFileRefused('format-unknown', extname(file) || format);
	}
}

const ENDINGS: Partial<Record<FileFormat, string[]>> = {
	shapefile: ['.shp'],
	tab: ['.tab'],
	mif: ['.mif'],
	geopackage: ['.gpkg'],
	flatgeobuf: ['.fgb'],
	kml: ['.kml'],
	geojson: ['.geojson', '.json'],
	topojson: ['.topojson', '.json']
};

/** The file itself, or the one that matters in its archive. */
async function findInner(
	file: string,
	format: FileFormat,
	folder: string,
	layer: string | undefined
): Promise<string> {
	if (!isArchive(file)) return file;
	try {
		const paths = await unpack(file, join(folder, 'unpacked'));
		const endings = ENDINGS[format] ?? [];
		const found = paths.filter((path) => endings.includes(extname(path).toLowerCase()));
		const meant = found.find((path) => basename(path) === layer);
		if (meant !== undefined) return meant;
		if (found.length > 1) {
			throw new BoundaryFileRefused('layer-choose', found.map((path) => basename(path)).join(', '));
		}
		return found[0] ?? file;
	} catch (error) {
		if (!(error instanceof ArchiveRefused)) throw error;
		throw new BoundaryFileRefused(error.reason === 'bomb' ? 'archive-bomb' : 'archive-broken');
	}
}

function plain(format: FileFormat, geojson: string): BoundaryFile {
	return { format, geojson, layers: [], layer: undefined, crs: undefined };
}

function fromTopoJson(file: string, folder: string, layer: string | undefined): BoundaryFile {
	let topology: Topology;
	try {
		topology = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as Topology;
	} catch (error) {
		throw new BoundaryFileRefused('format-broken', (error as Error).message);
	}
	const layers = Object.keys(topology.objects ?? {});
	const chosen = chooseLayer(layers, layer);
	const geojson = join(folder, 'boundaries.geojson');
	try {
		writeFileSync(geojson, JSON.stringify(feature(topology, topology.objects[chosen]!)));
	} catch (error) {
		throw new BoundaryFileRefused('format-broken', (error as Error).message);
	}
	return { format: 'topojson', geojson, layers, layer: chosen, crs: undefined };
}

async function fromGdal(
	format: FileFormat,
	file: string,
	folder: string,
	layer: string | undefined
): Promise<BoundaryFile> {
	try {
		const all = await listLayers(file);
		const areas = all.filter((each) => !/point|line/i.test(each.geometryType) && each.features > 0);
		const layers = (areas.length > 0 ? areas : all).map((each) => each.name);
		const chosen = chooseLayer(layers, layer);
		const geojson = join(folder, 'boundaries.geojson');
		await writeGeoJson(file, chosen, geojson);
		const crs = all.find((each) => each.name === chosen)?.crs;
		return { format, geojson, layers, layer: chosen, crs };
	} catch (error) {
		if (!(error instanceof GdalRefused)) throw error;
		throw new BoundaryFileRefused('format-broken', error.message);
	}
}

function chooseLayer(layers: readonly string[], asked: string | undefined): string {
	// With one layer there is no choice; what was asked for may be the file in an archive.
	const chosen = layers.length === 1 ? layers[0] : asked;
	if (chosen === undefined || !layers.includes(chosen)) {
		throw new BoundaryFileRefused('layer-choose', layers.join(', '));
	}
	return chosen;
}
