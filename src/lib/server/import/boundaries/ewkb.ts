import type { MultiPolygonCoordinates } from '#lib/domain/boundary.ts';

const LITTLE_ENDIAN = 1;
const POLYGON = 3;
const MULTIPOLYGON = 6;
const HAS_SRID = 0x20000000;

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
