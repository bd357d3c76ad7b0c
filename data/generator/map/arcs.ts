import { at } from '../at.ts';
import type { Mesh } from './mesh.ts';
import type { Point } from './projection.ts';

/** A stretch of border between two junctions, with what lies on each side of it. */
export interface Arc {
	/** Junctions at which the arc starts and ends. */
	readonly from: number;
	readonly to: number;
	readonly left: number;
	readonly right: number;
	/** Plane points, the first and last at the junctions. */
	readonly points: readonly Point[];
}

function midpoint([ax, ay]: Point, [bx, by]: Point): Point {
	return [(ax + bx) / 2, (ay + by) / 2];
}

/**
 * Borders between differently labelled mesh points, traced through the triangles of the mesh.
 * A junction is a triangle with three labels, so exactly three arcs meet at each.
 */
export function traceArcs(mesh: Mesh, labels: Int16Array): Arc[] {
	const { triangles, halfedges } = mesh.delaunay;
	const labelAt = (edge: number): number => at(labels, at(triangles, edge));
	const pointAt = (edge: number): Point => at(mesh.points, at(triangles, edge));
	const next = (edge: number): number => (edge % 3 === 2 ? edge - 2 : edge + 1);
	const crosses = (edge: number): boolean => labelAt(edge) !== labelAt(next(edge));
	const crossedEdges = (triangle: number): number[] =>
		[3 * triangle, 3 * triangle + 1, 3 * triangle + 2].filter(crosses);
	const middle = (edge: number): Point => midpoint(pointAt(edge), pointAt(next(edge)));
	const centre = (triangle: number): Point => {
		const [a, b, c] = [pointAt(3 * triangle), pointAt(3 * triangle + 1), pointAt(3 * triangle + 2)];
		return [(a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3];
	};
	const arcs: Arc[] = [];
	for (let junction = 0; junction < triangles.length / 3; junction++) {
		if (crossedEdges(junction).length < 3) continue;
		for (const start of crossedEdges(junction)) {
			const points = [centre(junction)];
			let edge = start;
			let end = junction;
			do {
				points.push(middle(edge));
				const entry = at(halfedges, edge);
				end = Math.floor(entry / 3);
				edge = crossedEdges(end).find((candidate) => candidate !== entry) ?? entry;
			} while (crossedEdges(end).length < 3);
			points.push(centre(end));
			// Each arc is met from both of its ends; it is kept from the one with the smaller number.
			if (junction > end || (junction === end && start > edge)) continue;
			const [before, after] = [labelAt(start), labelAt(next(start))];
			const [a, b] = [pointAt(start), pointAt(next(start))];
			const [cx, cy] = centre(junction);
			const inwardIsLeft = (b[0] - a[0]) * (cy - a[1]) - (b[1] - a[1]) * (cx - a[0]) > 0;
			const [left, right] = inwardIsLeft ? [after, before] : [before, after];
			arcs.push({ from: junction, to: end, left, right, points });
		}
	}
	return arcs;
}
