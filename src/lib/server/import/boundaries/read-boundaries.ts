import { createHash } from 'node:crypto';
import type { ProblemList } from '../problem-list.ts';
import { BoundaryRows, type BoundaryRow, type ReadingRequest } from './boundary-rows.ts';
import type { Extent } from './parse-boundary.ts';
import { readFeatureTexts, type Envelope } from './read-feature-stream.ts';

/** What is known of a boundary file once it has been read through. */
export interface ReadFile {
	read: number;
	bytes: number;
	sha256: string;
	/** The reference system that the file names, such as EPSG:9205. */
	crs: string | undefined;
	extent: Extent;
	/** The field of the names, where the file has no codes: they are to be found by names. */
	codesByName: string | undefined;
}

/**
 * Reads a GeoJSON file, row by row, into a sink. Problems of single features are collected; those
 * features are left out.
 *
 * @param needsCodes whether rows without a code are of no use
 * @throws CodesMissing
 * @throws FileRefused when the file as a whole cannot be read
 */
export async function readBoundaries(
	file: string,
	request: ReadingRequest,
	problems: ProblemList,
	needsCodes: boolean,
	sink: (rows: AsyncIterable<BoundaryRow>) => Promise<unknown>
): Promise<ReadFile> {
	const hash = createHash('sha256');
	const envelope: Envelope = { text: '', bytes: 0 };
	const rows = new BoundaryRows(request, problems, needsCodes);
	await sink(rows.read(readFeatureTexts(file, hash, envelope, problems)));
	const crs = readEnvelope(envelope.text, rows.count, problems);
	rows.finish();
	return {
		read: rows.count,
		bytes: envelope.bytes,
		sha256: hash.digest('hex'),
		crs,
		extent: rows.extent,
		codesByName: rows.codesByName
	};
}

/** Checks that what stood around the features is a FeatureCollection, and reads its reference system. */
function readEnvelope(text: string, features: number, problems: ProblemList): string | undefined {
	let collection: unknown;
	try {
		collection = JSON.parse(text);
	} catch (error) {
		problems.stop('not-json', { detail: { reason: (error as Error).message } });
	}
	const { type, crs } = (collection ?? {}) as {
		type?: unknown;
		crs?: { properties?: { name?: unknown } };
	};
	if (type !== 'FeatureCollection') {
		problems.stop('not-geojson', {
			value: Array.isArray(collection) ? '[…]' : nameOfJson(collection)
		});
	}
	if (features === 0) problems.stop('no-features');
	const name = crs?.properties?.name;
	if (typeof name !== 'string') return undefined;
	const epsg = /EPSG:+(?:[\d.]*:)?(\d+)$/i.exec(name)?.[1];
	return epsg ? `EPSG:${epsg}` : /CRS84$/.test(name) ? 'EPSG:4326' : name;
}

/** What JSON is that is no collection: "Feature", or Esri's own form. */
function nameOfJson(value: unknown): string {
	const { type, geometryType } = (value ?? {}) as { type?: unknown; geometryType?: unknown };
	return typeof geometryType === 'string' ? `Esri JSON, ${geometryType}` : String(type);
}
