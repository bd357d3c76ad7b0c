import { at } from '../at.ts';
import type { Mesh, Seed } from './mesh.ts';
import type { Point } from './projection.ts';
import { smoothNoise } from './smooth-noise.ts';

/** How far a territory is felt, as a share of its width. */
const REACH = 0.6;

/** Moves a place by smooth noise, so that outlines bend like rivers and ridges instead of following circles. */
function bend([x, y]: Point): Point {
	return [x + 2.6 * smoothX(x, y) + 1.1 * fineX(x, y), y + 2.6 * smoothY(x, y) + 1.1 * fineY(x, y)];
}
const smoothX = smoothNoise('outline-x', 11);
const smoothY = smoothNoise('outline-y', 11);
const fineX = smoothNoise('outline-fine-x', 4.2);
const fineY = smoothNoise('outline-fine-y', 4.2);

/** How strongly a place belongs to the province: about 1 inside, falling to 0 outside. */
function strength(place: Point, seeds: readonly Seed[]): number {
	const [x, y] = bend(place);
	let sum = 0;
	for (const seed of seeds) {
		const reach2 = seed.areaKm2 * REACH * REACH;
		const dx = x - seed.position[0];
		const dy = y - seed.position[1];
		const distance2 = dx * dx + dy * dy;
		if (distance2 < 12 * reach2) {
			sum += (seed.areaKm2 / (2 * Math.PI * reach2)) * Math.exp(-distance2 / (2 * reach2));
		}
	}
	return sum;
}

/** The mesh points connected with `start` among those that `belongs` accepts. */
function flood(
	mesh: Mesh,
	start: readonly number[],
	belongs: (point: number) => boolean
): Uint8Array {
	const reached = new Uint8Array(mesh.points.length);
	const queue = start.filter(belongs);
	for (const point of queue) reached[point] = 1;
	for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
		for (const neighbour of at(mesh.neighbours, next)) {
			if (!reached[neighbour] && belongs(neighbour)) {
				reached[neighbour] = 1;
				queue.push(neighbour);
			}
		}
	}
	return reached;
}

/** Marks the mesh points inside the province: one piece without holes, with the communes' total area. */
export function shapeProvince(mesh: Mesh, seeds: readonly Seed[]): Uint8Array {
	const wanted = seeds.reduce((sum, seed) => sum + seed.areaKm2, 0);
	const strengths = mesh.points.map((point) => strength(point, seeds));
	const rimPoints = mesh.points.map((_, i) => i).filter((i) => mesh.rim[i]);
	const home = mesh.delaunay.find(...at(seeds, 0).position);
	const shapeAt = (level: number): Uint8Array => {
		const core = flood(mesh, [home], (point) => at(strengths, point) >= level && !mesh.rim[point]);
		const outside = flood(mesh, rimPoints, (point) => !core[point]);
		return outside.map((isOutside) => 1 - isOutside);
	};
	let low = 0;
	let high = 1;
	for (let step = 0; step < 24; step++) {
		const level = (low + high) / 2;
		const inside = shapeAt(level);
		let area = 0;
		for (let i = 0; i < inside.length; i++) if (inside[i]) area += at(mesh.areaKm2, i);
		if (area > wanted) low = level;
		else high = level;
	}
	return shapeAt((low + high) / 2);
}
