import { createHash } from 'node:crypto';
import type { MultiPolygonCoordinates } from '#lib/domain/boundary.ts';
import { guessBoundaryFields, type BoundaryFields } from './boundary-fields.ts';
import { Extent, parseMultiPolygon } from './parse-boundary.ts';
import { readFeatureTexts, type Envelope } from './read-feature-stream.ts';
import { parseNumber } from '#lib/domain/number-text.ts';
import { splitKind } from '#lib/domain/unit-name.ts';
import type { ProblemList } from '../problem-list.ts';
import { findMisreading, reread, type TextEncoding } from '../text-encoding.ts';
import type { CodeDirectory } from './code-directory.ts';

/** What is known of a boundary file once it has been read through. */
export interface ReadFile {
	read: number;
	bytes: number;
	sha256: string;
	/** The reference system that the file names, such as EPSG:9205. */
	crs: string | undefined;
	extent: Extent;
}

/**
 * Reads a GeoJSON file, row by row, into a sink. Problems of single features are collected; those
 * features are left out.
 *
 * @throws FileRefused when the file as a whole cannot be read
 */
export async function readBoundaries(
	file: string,
	chosen: { code?: string | undefined; name?: string | undefined },
	problems: ProblemList,
	directory: CodeDirectory,
	sink: (rows: AsyncIterable<BoundaryRow>) => Promise<unknown>
): Promise<ReadFile> {
	const hash = createHash('sha256');
	const envelope: Envelope = { text: '', bytes: 0 };
	const extent = new Extent();
	const rows = new BoundaryRows(chosen, extent, problems, directory);
	await sink(rows.read(readFeatureTexts(file, hash, envelope, problems)));
	const crs = readEnvelope(envelope.text, rows.count, problems);
	return {
		read: rows.count,
		bytes: envelope.bytes,
		sha256: hash.digest('hex'),
		crs,
		extent
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
	if (type !== 'FeatureCollection') problems.stop('not-geojson', { value: String(type) });
	if (features === 0) problems.stop('no-features');
	const name = crs?.properties?.name;
	if (typeof name !== 'string') return undefined;
	const epsg = /EPSG:+(?:[\d.]*:)?(\d+)$/i.exec(name)?.[1];
	return epsg ? `EPSG:${epsg}` : /CRS84$/.test(name) ? 'EPSG:4326' : name;
}

/** One feature of a boundary file, understood. */
export interface BoundaryRow {
	ordinal: number;
	code: string;
	name: string;
	kind: string;
	parentName: string | null;
	/** Area as the file states it. */
	statedKm2: number | null;
	polygons: MultiPolygonCoordinates;
}

/** Turns the text of features into rows. */
class BoundaryRows {
	count = 0;
	#fields: FoundFields | undefined;
	#misread: TextEncoding | undefined;

	constructor(
		readonly chosen: { code?: string | undefined; name?: string | undefined },
		readonly extent: Extent,
		readonly problems: ProblemList,
		readonly directory: CodeDirectory
	) {}

	async *read(
		features: AsyncIterable<{ ordinal: number; text: string }>
	): AsyncGenerator<BoundaryRow> {
		let first: { ordinal: number; text: string }[] | undefined = [];
		for await (const feature of features) {
			this.count++;
			if (first) {
				first.push(feature);
				if (first.length < LOOKED_AT) continue;
				yield* this.#begin(first);
				first = undefined;
			} else yield* this.#rows([feature]);
		}
		if (first) yield* this.#begin(first);
	}

	/** The first features show how the text of all is written. */
	*#begin(features: { ordinal: number; text: string }[]): Generator<BoundaryRow> {
		const texts = features.flatMap(({ text }) => text.match(/"(?:[^"\\]|\\.)*"/g) ?? []);
		this.#misread = findMisreading(texts);
		if (this.#misread) this.problems.warn('encoding-guessed', { value: this.#misread });
		yield* this.#rows(features);
	}

	*#rows(features: { ordinal: number; text: string }[]): Generator<BoundaryRow> {
		for (const { ordinal, text } of features) {
			const row = this.#toRow(ordinal, text);
			if (row) yield row;
		}
	}

	#toRow(ordinal: number, text: string): BoundaryRow | undefined {
		let feature: { type?: unknown; properties?: unknown; geometry?: unknown };
		try {
			feature = JSON.parse(text) as typeof feature;
		} catch (error) {
			this.problems.stop('feature-not-json', {
				row: ordinal,
				detail: { reason: (error as Error).message }
			});
		}
		if (feature.type !== 'Feature') {
			this.problems.stop('not-geojson', { row: ordinal, value: String(feature.type) });
		}
		const properties = (feature.properties ?? {}) as Record<string, unknown>;
		const fields = (this.#fields ??= this.#findFields(properties));
		const given = this.#text(properties[fields.name]);
		const parent = fields.parent ? this.#text(properties[fields.parent]) : '';
		const code = fields.code
			? this.#text(properties[fields.code])
			: this.#findCode(given, parent, ordinal, fields.name);
		if (code === undefined) return undefined;
		if (code === '') this.problems.error('code-missing', { row: ordinal, column: fields.code });
		if (given === '') this.problems.error('name-missing', { row: ordinal, column: fields.name });
		const unit = `${code} ${given}`.trim();

		const polygons = parseMultiPolygon(feature.geometry);
		if ('code' in polygons) {
			this.problems.error(polygons.code, {
				row: ordinal,
				unit,
				...(polygons.value === undefined ? {} : { value: polygons.value })
			});
			return undefined;
		}
		if (code === '' || given === '') return undefined;
		this.extent.add(polygons);
		const split = splitKind(given);
		const kind = (fields.kind && this.#text(properties[fields.kind])) || split.kind;
		return {
			ordinal,
			code,
			name: split.name,
			kind,
			parentName: parent === '' ? null : parent,
			statedKm2: fields.area ? toArea(properties[fields.area]) : null,
			polygons
		};
	}

	/** A file without codes: the one commune that is known by the name. */
	#findCode(name: string, parent: string, row: number, column: string): string | undefined {
		if (name === '') {
			this.problems.error('name-missing', { row, column });
			return undefined;
		}
		const { codes, near } = this.directory.findCodes(name, parent);
		if (codes.length === 1) return codes[0];
		this.problems.error(codes.length > 1 ? 'name-ambiguous' : 'name-unmatched', {
			row,
			column,
			value: name,
			detail: { found: codes.join(', '), near }
		});
		return undefined;
	}

	#text(value: unknown): string {
		const text = toText(value);
		return this.#misread ? reread(text, this.#misread) : text;
	}

	#findFields(properties: Record<string, unknown>): FoundFields {
		const fields = guessBoundaryFields(properties, this.chosen);
		const found = Object.keys(properties).join(', ');
		for (const wanted of ['code', 'name'] as const) {
			const field = fields[wanted];
			// Codes may be found by names, unless a field was said to hold them.
			if (wanted === 'code' && field === undefined && fields.name !== undefined) continue;
			if (field === undefined || !(field in properties)) {
				this.problems.stop('field-missing', {
					column: field ?? wanted,
					detail: { option: `--${wanted}`, found }
				});
			}
		}
		return fields as FoundFields;
	}
}

type FoundFields = Omit<BoundaryFields, 'code'> & { code?: string | undefined };

/** So many features show how text is written. */
const LOOKED_AT = 64;

/** A stated area, as number or text in either style; null for anything else. */
function toArea(value: unknown): number | null {
	if (typeof value === 'number') return value > 0 ? value : null;
	const text = toText(value);
	const area = /^\d+\.\d+$/.test(text) ? Number(text) : parseNumber(text, 'vi');
	return area !== undefined && area > 0 ? area : null;
}

/**
 * Text in one normal form (NFC), without NUL, which a database cannot hold; numbers as digits. Anything
 * else is no text.
 */
function toText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number'
		? String(value).normalize('NFC').replaceAll('\0', '').trim()
		: '';
}
