import type { MultiPolygonCoordinates, Ring } from '#lib/domain/boundary.ts';

const LITTLE_ENDIAN = 1;
const LINE_STRING = 2;
const POLYGON = 3;
const MULTIPOLYGON = 6;
const HAS_SRID = 0x20000000;

/** Corners one after the other: x, y, x, y, … */
export type FlatLine = Float64Array;

/**
 * A multipolygon as PostGIS reads it in binary COPY (extended well-known binary).
 *
 * @param srid the reference system's number; 0 when it is not settled yet
 */
export function encodeMultiPolygon(polygons: MultiPolygonCoordinates, srid: number): Uint8Array {
	let size = 13;
	for (const rings of polygons) {
		size += 9;
		for (const ring of rings) size += 4 + ring.length * 16;
	}
	const bytes = new Uint8Array(size);
	const view = new DataView(bytes.buffer);
	let at = 0;
	const byte = (value: number) => view.setUint8(at++, value);
	const uint32 = (value: number) => {
		view.setUint32(at, value, true);
		at += 4;
	};
	byte(LITTLE_ENDIAN);
	uint32(MULTIPOLYGON | HAS_SRID);
	uint32(srid);
	uint32(polygons.length);
	for (const rings of polygons) {
		byte(LITTLE_ENDIAN);
		uint32(POLYGON);
		uint32(rings.length);
		for (const ring of rings) {
			uint32(ring.length);
			for (const [x, y] of ring) {
				view.setFloat64(at, x, true);
				view.setFloat64(at + 8, y, true);
				at += 16;
			}
		}
	}
	return bytes;
}

/** A line as PostGIS reads it in binary COPY (extended well-known binary). */
export function encodeLine(line: FlatLine, srid: number): Uint8Array {
	const bytes = new Uint8Array(13 + line.length * 8);
	const view = new DataView(bytes.buffer);
	view.setUint8(0, LITTLE_ENDIAN);
	view.setUint32(1, LINE_STRING | HAS_SRID, true);
	view.setUint32(5, srid, true);
	view.setUint32(9, line.length / 2, true);
	line.forEach((value, at) => view.setFloat64(13 + at * 8, value, true));
	return bytes;
}

/**
 * Coordinates of a multipolygon from PostGIS's `ST_AsBinary(geom, 'NDR')`, every bit as stored. (GeoJSON by
 * PostGIS keeps 15 decimals at most.)
 *
 * @throws Error for any other geometry
 */
export function decodeMultiPolygon(bytes: Uint8Array): MultiPolygonCoordinates {
	const polygons: MultiPolygonCoordinates = [];
	for (const { line, hole } of decodeRings(bytes)) {
		const ring: Ring = [];
		for (let at = 0; at < line.length; at += 2) ring.push([line[at]!, line[at + 1]!]);
		if (hole) polygons.at(-1)!.push(ring);
		else polygons.push([ring]);
	}
	return polygons;
}

/**
 * The rings of a multipolygon from `ST_AsBinary(geom, 'NDR')`, each polygon's outer one before its holes.
 *
 * @throws Error for any other geometry
 */
export function* decodeRings(bytes: Uint8Array): Generator<{ line: FlatLine; hole: boolean }> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = 0;
	const uint32 = () => {
		at += 4;
		return view.getUint32(at - 4, true);
	};
	/** Each geometry begins with its byte order and type. */
	const type = () => {
		at += 1;
		return uint32();
	};
	if (type() !== MULTIPOLYGON) throw new Error('Not a multipolygon.');
	for (let polygons = uint32(); polygons > 0; polygons--) {
		type();
		const rings = uint32();
		for (let ring = 0; ring < rings; ring++) {
			const line = new Float64Array(uint32() * 2);
			for (let value = 0; value < line.length; value++, at += 8) {
				line[value] = view.getFloat64(at, true);
			}
			yield { line, hole: ring > 0 };
		}
	}
}
