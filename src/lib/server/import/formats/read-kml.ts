import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { SaxesParser } from 'saxes';
import { findTextForm } from './text-form.ts';

type Ring = number[][];

/** A placemark that has areas. */
export interface KmlPlacemark {
	/** Names of the folders around it, joined: "2025/Huyện Tuần Giáo"; empty outside of all. */
	folder: string;
	properties: Record<string, string>;
	/** Outer ring, then holes, of each area. */
	polygons: Ring[][];
}

export interface KmlContent {
	placemarks: KmlPlacemark[];
	/** Points and lines, beside areas or alone. */
	leftOut: number;
}

/** The text is no KML. */
export class KmlBroken extends Error {}

/**
 * Reads the areas of a KML file with their names and `ExtendedData`, which GDAL's build for the server leaves
 * out.
 *
 * @throws KmlBroken
 */
export function readKml(file: string): KmlContent {
	const reader = new KmlReader();
	const parser = new SaxesParser();
	parser.on('opentag', ({ name, attributes }) => reader.open(localName(name), attributes));
	parser.on('text', (text) => reader.write(text));
	parser.on('cdata', (text) => reader.write(text));
	parser.on('closetag', ({ name }) => reader.close(localName(name)));
	parser.on('error', (error) => {
		throw new KmlBroken(error.message);
	});
	parser.write(decodeXml(readFileSync(file))).close();
	return reader.content;
}

/** XML says its encoding in its first line; without a word it is UTF-8. */
function decodeXml(bytes: Buffer): string {
	const form = findTextForm(bytes);
	if (form !== 'utf-8') return new TextDecoder(form).decode(bytes);
	const named = /^[^>]*encoding=["']([\w-]+)["']/.exec(bytes.subarray(0, 200).toString('latin1'));
	const encoding = named?.[1] ?? 'utf-8';
	return iconv.decode(bytes, iconv.encodingExists(encoding) ? encoding : 'utf-8');
}

function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

/** Follows the elements of a KML document. */
class KmlReader {
	readonly content: KmlContent = { placemarks: [], leftOut: 0 };
	readonly #path: string[] = [];
	readonly #folders: string[] = [];
	#placemark: KmlPlacemark | undefined;
	#text = '';
	/** The attribute that the value under way is of. */
	#field = '';
	#rings: Ring[] = [];

	open(name: string, attributes: Record<string, string>): void {
		this.#path.push(name);
		this.#text = '';
		if (name === 'Folder') this.#folders.push('');
		else if (name === 'Placemark') {
			this.#placemark = { folder: this.#folderPath(), properties: {}, polygons: [] };
		} else if (name === 'Data' || name === 'SimpleData') this.#field = attributes.name ?? '';
		else if (name === 'Polygon') this.#rings = [];
		else if (name === 'Point' || name === 'LineString' || name === 'Track') this.content.leftOut++;
	}

	write(text: string): void {
		this.#text += text;
	}

	close(name: string): void {
		this.#path.pop();
		const parent = this.#path.at(-1);
		if (name === 'name') this.#nameOf(parent);
		else if (name === 'Folder') this.#folders.pop();
		else if (name === 'SimpleData' || (name === 'value' && parent === 'Data')) this.#keepField();
		else if (name === 'coordinates' && parent === 'LinearRing') {
			this.#rings.push(toRing(this.#text));
		} else if (name === 'Polygon') this.#placemark?.polygons.push(this.#rings);
		else if (name === 'Placemark') {
			if (this.#placemark && this.#placemark.polygons.length > 0)
				this.content.placemarks.push(this.#placemark);
			this.#placemark = undefined;
		}
		this.#text = '';
	}

	#nameOf(parent: string | undefined): void {
		const name = this.#text.trim();
		if (parent === 'Folder') this.#folders[this.#folders.length - 1] = name;
		else if (parent === 'Placemark' && this.#placemark) {
			// A field of that name says more than what is written beside the placemark on a map.
			this.#placemark.properties = { name, ...this.#placemark.properties };
		}
	}

	#keepField(): void {
		const value = this.#text.trim();
		if (this.#placemark && this.#field !== '' && value !== '') {
			this.#placemark.properties[this.#field] = value;
		}
	}

	#folderPath(): string {
		return this.#folders.filter((name) => name !== '').join('/');
	}
}

/** "103.1,21.2,0 103.2,21.2,0 …", some with spaces after the commas. */
function toRing(text: string): Ring {
	return text
		.trim()
		.replace(/\s*,\s*/g, ',')
		.split(/\s+/)
		.map((point) => point.split(',').slice(0, 2).map(Number));
}

/**
 * The layers of a file: all folders as one where they look alike, that is have the same fields and hardly a
 * name in common; else one for each folder.
 */
export function layersOfKml(placemarks: readonly KmlPlacemark[]): Map<string, KmlPlacemark[]> {
	const layers = new Map<string, KmlPlacemark[]>();
	for (const placemark of placemarks) {
		const layer = layers.get(placemark.folder);
		if (layer) layer.push(placemark);
		else layers.set(placemark.folder, [placemark]);
	}
	const folders = [...layers.values()];
	const fields = new Set(folders.map(fieldsOf));
	if (folders.length > 1 && fields.size === 1 && !repeatNames(folders)) {
		return new Map([['', [...placemarks]]]);
	}
	return layers;
}

function fieldsOf(placemarks: readonly KmlPlacemark[]): string {
	const fields = new Set(placemarks.flatMap(({ properties }) => Object.keys(properties)));
	return [...fields].sort().join('\n');
}

/** Communes of different districts may share names, but not so many. */
const MAX_REPEATED = 0.75;

/** Whether folders hold the same communes twice, as of two dates. */
function repeatNames(folders: readonly KmlPlacemark[][]): boolean {
	const names = new Set(
		folders.flatMap((folder) => folder.map(({ properties }) => properties.name))
	);
	const total = folders.flat().length;
	return names.size < total * MAX_REPEATED;
}

/** Writes placemarks as the text of a GeoJSON file. */
export function kmlToGeoJson(placemarks: readonly KmlPlacemark[]): string {
	const features = placemarks.map(({ folder, properties, polygons }) =>
		JSON.stringify({
			type: 'Feature',
			properties: folder === '' ? properties : { ...properties, Folder: folder },
			geometry: { type: 'MultiPolygon', coordinates: polygons }
		})
	);
	return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}
