import { feature, merge } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { Feature, Position } from 'geojson';

/**
 * A frame's boundaries in the forms that the map's sources take.
 *
 * Units and borders are GeoJSON as text, put together from arcs that are written once each: neighbours share
 * them. Unpacking a national file into objects, to write them as text again, takes many times as long.
 */
export class FrameGeometry {
	readonly #topology: Topology;
	readonly #geometries: readonly GeometryObject[];
	#arcs: ArcTexts | undefined;

	/** @param topology as the server sends it: object `units`, whose geometries have the unit's id */
	constructor(topology: Topology) {
		this.#topology = topology;
		this.#geometries = (topology.objects.units as GeometryCollection).geometries;
	}

	/** All units, as a GeoJSON file. */
	unitsFile(): Blob {
		const parts = ['{"type":"FeatureCollection","features":['];
		this.#geometries.forEach((geometry, index) => {
			if (index > 0) parts.push(',');
			parts.push(
				`{"type":"Feature","id":${geometry.id},"properties":{},"geometry":{"type":"MultiPolygon","coordinates":[`
			);
			polygonsOf(geometry).forEach((polygon, at) => {
				parts.push(at > 0 ? ',[' : '[');
				polygon.forEach((ring, which) => {
					if (which > 0) parts.push(',');
					this.#writeRing(ring, parts);
				});
				parts.push(']');
			});
			parts.push(']}}');
		});
		parts.push(']}');
		return new Blob(parts);
	}

	/** Each border once, however many units it bounds, as a GeoJSON file. */
	bordersFile(): Blob {
		return this.#linesFile(this.#topology.arcs.keys());
	}

	/** The province's own border: what bounds one unit only. */
	outlineFile(): Blob {
		const uses = new Uint8Array(this.#topology.arcs.length);
		for (const geometry of this.#geometries) {
			for (const arc of polygonsOf(geometry).flat(2)) {
				const own = arc < 0 ? ~arc : arc;
				uses[own] = Math.min(2, (uses[own] ?? 0) + 1);
			}
		}
		return this.#linesFile([...uses.keys()].filter((arc) => uses[arc] === 1));
	}

	/** Outer rings of all units together: longitude, latitude. */
	land(): Position[][] {
		const { coordinates } = merge(this.#topology, [...this.#geometries] as never);
		return coordinates.flatMap(([outer]) => (outer ? [outer] : []));
	}

	#linesFile(arcs: Iterable<number>): Blob {
		const lines = Array.from(arcs, (arc) => {
			const { first, rest } = this.#texts().along(arc);
			return `[${first}${rest}]`;
		});
		return new Blob([`{"type":"MultiLineString","coordinates":[${lines.join(',')}]}`]);
	}

	/** One unit; undefined when the frame has none of that id. */
	find(unitId: number): Feature | undefined {
		const geometry = this.#geometries.find((each) => Number(each.id) === unitId);
		return geometry && feature(this.#topology, geometry as never);
	}

	/** A ring runs along its arcs; where one ends the next begins, so that its first point is left out. */
	#writeRing(arcs: readonly number[], parts: string[]): void {
		parts.push('[');
		arcs.forEach((arc, index) => {
			const { first, rest } = this.#texts().along(arc);
			if (index === 0) parts.push(first);
			parts.push(rest);
		});
		parts.push(']');
	}

	#texts(): ArcTexts {
		this.#arcs ??= new ArcTexts(this.#topology);
		return this.#arcs;
	}
}

function polygonsOf(geometry: GeometryObject): number[][][] {
	if (geometry.type === 'Polygon') return [geometry.arcs];
	return geometry.type === 'MultiPolygon' ? geometry.arcs : [];
}

/** Steps in a degree: a metre, below what the topology is exact to. */
const STEPS = 100_000;

/** An arc's points as text: the first, and the others each with a comma before it. */
interface ArcText {
	first: string;
	rest: string;
}

/** Arcs as text, written when they are first needed. */
class ArcTexts {
	readonly #forward: (ArcText | undefined)[] = [];
	readonly #backward: (ArcText | undefined)[] = [];

	constructor(readonly topology: Topology) {}

	/** @param arc negative where it is run through backwards, as TopoJSON numbers arcs */
	along(arc: number): ArcText {
		return arc < 0
			? (this.#backward[~arc] ??= join(this.#points(~arc).reverse()))
			: (this.#forward[arc] ??= join(this.#points(arc)));
	}

	/** Arcs are differences on a grid where the topology is quantised. */
	#points(arc: number): string[] {
		const { transform } = this.topology;
		const [scaleX, scaleY] = transform?.scale ?? [1, 1];
		const [left, bottom] = transform?.translate ?? [0, 0];
		let x = 0;
		let y = 0;
		return this.topology.arcs[arc]!.map(([dx = 0, dy = 0]) => {
			x = transform ? x + dx : dx;
			y = transform ? y + dy : dy;
			return `[${Math.round((x * scaleX + left) * STEPS) / STEPS},${Math.round((y * scaleY + bottom) * STEPS) / STEPS}]`;
		});
	}
}

function join(points: string[]): ArcText {
	const [first = '', ...others] = points;
	return { first, rest: others.length === 0 ? '' : `,${others.join(',')}` };
}
