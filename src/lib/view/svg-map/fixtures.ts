import type { Topology } from 'topojson-specification';

/** Two squares side by side, of a degree each: unit 1 in the west, unit 2 in the east. */
export const TWO_SQUARES: Topology = {
	type: 'Topology',
	bbox: [103, 21, 105, 22],
	arcs: [
		// The border between them, from south to north.
		[
			[104, 21],
			[104, 22]
		],
		[
			[104, 22],
			[103, 22],
			[103, 21],
			[104, 21]
		],
		[
			[104, 21],
			[105, 21],
			[105, 22],
			[104, 22]
		]
	],
	objects: {
		units: {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Polygon', id: 1, arcs: [[0, 1]] },
				{ type: 'MultiPolygon', id: 2, arcs: [[[2, -1]]] }
			]
		}
	}
};
