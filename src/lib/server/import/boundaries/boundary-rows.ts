import type { MultiPolygonCoordinates } from '#lib/domain/boundary.ts';
import { parseNumber } from '#lib/domain/number-text.ts';
import { cleanName, splitKind } from '#lib/domain/unit-name.ts';
import type { Level } from '#lib/domain/unit.ts';
import type { ProblemList } from '../problem-list.ts';
import { findMisreading, reread, type TextEncoding } from '../text-encoding.ts';
import { guessBoundaryFields, type BoundaryFields } from './boundary-fields.ts';
import { Extent, parseAreas } from './parse-boundary.ts';

/** The file has no codes, and who reads it needs them at once. */
export class CodesMissing extends Error {}

/** What is said of how to read a file. */
export interface ReadingRequest {
	level: Level;
	code?: string | undefined;
	name?: string | undefined;
	swapAxes?: boolean | undefined;
}

/** One feature of a boundary file, understood. */
export interface BoundaryRow {
	ordinal: number;
	/** Empty where the file has no codes. */
	code: string;
	name: string;
	kind: string;
	parentName: string | null;
	/** Area as the file states it. */
	statedKm2: number | null;
	polygons: MultiPolygonCoordinates;
}

/** Turns the text of features into rows. */
export class BoundaryRows {
	count = 0;
	#fields: FoundFields | undefined;
	#misread: TextEncoding | undefined;

	readonly extent = new Extent();
	/** Features whose own axes are swapped, and how many are not. */
	readonly #swapped: { row: number; unit: string }[] = [];
	#upright = 0;
	#leftOut = 0;

	constructor(
		readonly request: ReadingRequest,
		readonly problems: ProblemList,
		readonly needsCodes: boolean
	) {}

	get codesByName(): string | undefined {
		return this.#fields?.code === undefined ? this.#fields?.name : undefined;
	}

	/** Says what only the whole file shows. */
	finish(): void {
		if (this.#leftOut > 0) {
			this.problems.warn('shapes-left-out', { detail: { count: this.#leftOut } });
		}
		// Where all are swapped, that is one cause and one message; see `reproject`.
		if (this.#upright === 0) return;
		for (const at of this.#swapped) this.problems.error('looks-swapped', at);
	}

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
		const given = cleanName(this.#text(properties[fields.name]));
		const parent = fields.parent ? cleanName(this.#text(properties[fields.parent])) : '';
		if (fields.code === undefined && this.needsCodes) throw new CodesMissing();
		const code = fields.code
			? padCode(this.#text(properties[fields.code]), this.request.level)
			: '';
		if (code === '' && fields.code !== undefined)
			this.problems.error('code-missing', { row: ordinal, column: fields.code });
		if (given === '') this.problems.error('name-missing', { row: ordinal, column: fields.name });
		const unit = `${code} ${given}`.trim();

		const areas = parseAreas(feature.geometry);
		if ('code' in areas) {
			this.problems.error(areas.code, {
				row: ordinal,
				unit,
				...(areas.value === undefined ? {} : { value: areas.value })
			});
			return undefined;
		}
		this.#leftOut += areas.leftOut;
		if ((code === '' && fields.code !== undefined) || given === '') return undefined;
		this.#place(areas.polygons, ordinal, unit);
		const split = splitKind(given);
		const kind = (fields.kind && cleanName(this.#text(properties[fields.kind]))) || split.kind;
		return {
			ordinal,
			code,
			name: split.name,
			kind,
			parentName: parent === '' ? null : parent,
			statedKm2: fields.area ? toArea(properties[fields.area]) : null,
			polygons: areas.polygons
		};
	}

	#place(polygons: MultiPolygonCoordinates, row: number, unit: string): void {
		let own = new Extent();
		own.add(polygons);
		if (this.request.swapAxes) own = own.swapped();
		if (own.isSwapped() || own.isNorthingFirst()) this.#swapped.push({ row, unit });
		else this.#upright++;
		this.extent.join(own);
	}

	#text(value: unknown): string {
		const text = toText(value);
		return this.#misread ? reread(text, this.#misread) : text;
	}

	#findFields(properties: Record<string, unknown>): FoundFields {
		const fields = guessBoundaryFields(properties, this.request);
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

/** Digits of a code at each level. */
const CODE_DIGITS: Record<Level, number> = { commune: 5, district: 3, province: 2 };

/** Codes that a table took for numbers get their leading zeros back: 3127 and 3127.0 are 03127. */
function padCode(text: string, level: Level): string {
	const digits = /^(\d+)(?:[.,]0+)?$/.exec(text.replace(/\s+/g, ''))?.[1];
	return digits === undefined ? text : digits.padStart(CODE_DIGITS[level], '0');
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
