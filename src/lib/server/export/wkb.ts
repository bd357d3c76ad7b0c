import type { MultiPolygonCoordinates, Ring } from '#lib/domain/boundary.ts';

const MULTIPOLYGON = 6;

/**
 * Coordinates of a multipolygon from PostGIS's `ST_AsBinary(geom, 'NDR')`, every bit as stored. (GeoJSON by
 * PostGIS keeps 15 decimals at most.)
 *
 * @throws Error for any other geometry
 */
export function decodeMultiPolygon(bytes: Uint8Array): MultiPolygonCoordinates {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = 0;
	const uint32 = () => {
		at += 4;
		return view.getUint32(at - 4, true);
	};
	const float64 = () => {
		at += 8;
		return view.getFloat64(at - 8, true);
	};
	/** Each geometry begins with its byte order and type. */
	const type = () => {
		at += 1;
		return uint32();
	};
	if (type() !== MULTIPOLYGON) throw new Error('Not a multipolygon.');
	return Array.from({ length: uint32() }, () => {
		type();
		return Array.from({ length: uint32() }, () =>
			Array.from({ length: uint32() }, (): Ring[number] => [float64(), float64()])
		);
	});
}
