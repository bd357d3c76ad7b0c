import { Delaunay } from 'd3-delaunay';
import { at } from '../at.ts';
import type { Random } from '../seeded-random.ts';
import { ringAreaKm2, type Point } from './projection.ts';

/** A place that the map is grown from: position in the plane (km) and the area its territory should have (km²). */
export interface Seed {
	readonly position: Point;
	readonly areaKm2: number;
}

/** An irregular net of points over the province and a margin around it. */
export interface Mesh {
	readonly points: readonly Point[];
	readonly delaunay: Delaunay<[number, number]>;
	/** Neighbours of each point in order around it. */
	readonly neighbours: readonly (readonly number[])[];
	/** The share of the plane that belongs to each point, km². */
	readonly areaKm2: Float64Array;
	/** 1 for points on the rim of the net. */
	readonly rim: Uint8Array;
}

const MARGIN_KM = 14;
const COARSEST_KM = 4;
/** Cell width as a share of the width of the nearest territory: every commune gets a few hundred cells, large or small. */
const FINENESS = 0.12;

/** Wanted distance between points at a place, km: fine around small communes, coarse far from any. */
function spacingKm([x, y]: Point, seeds: readonly Seed[]): number {
	let spacing = COARSEST_KM;
	for (const seed of seeds) {
		const width = Math.sqrt(seed.areaKm2);
		const dx = x - seed.position[0];
		const dy = y - seed.position[1];
		const beyond = Math.max(0, Math.sqrt(dx * dx + dy * dy) - width);
		spacing = Math.min(spacing, FINENESS * width + 0.12 * beyond);
	}
	return spacing;
}

/** One jittered point in each leaf of a quadtree whose leaves are as small as the spacing asks. */
function scatter(seeds: readonly Seed[], random: Random): Point[] {
	const xs = seeds.map((seed) => seed.position[0]);
	const ys = seeds.map((seed) => seed.position[1]);
	const left = Math.min(...xs) - MARGIN_KM;
	const bottom = Math.min(...ys) - MARGIN_KM;
	const points: Point[] = [];
	const split = (x: number, y: number, size: number): void => {
		if (size > spacingKm([x + size / 2, y + size / 2], seeds)) {
			const half = size / 2;
			for (const [dx, dy] of [
				[0, 0],
				[half, 0],
				[0, half],
				[half, half]
			] as const)
				split(x + dx, y + dy, half);
			return;
		}
		// Jitter of 0.9 keeps neighbouring points apart and hides the grid of the tree.
		points.push([x + size * (0.05 + 0.9 * random()), y + size * (0.05 + 0.9 * random())]);
	};
	const right = Math.max(...xs) + MARGIN_KM;
	const top = Math.max(...ys) + MARGIN_KM;
	for (let x = left; x < right; x += COARSEST_KM) {
		for (let y = bottom; y < top; y += COARSEST_KM) split(x, y, COARSEST_KM);
	}
	return points;
}

export function buildMesh(seeds: readonly Seed[], random: Random): Mesh {
	const points = scatter(seeds, random);
	const delaunay = Delaunay.from(points.map(([x, y]): [number, number] => [x, y]));
	const areaKm2 = new Float64Array(points.length);
	const { triangles, hull } = delaunay;
	for (let t = 0; t < triangles.length; t += 3) {
		const corners = [at(triangles, t), at(triangles, t + 1), at(triangles, t + 2)];
		const third = Math.abs(ringAreaKm2(corners.map((corner) => at(points, corner)))) / 3;
		for (const corner of corners) areaKm2[corner] = at(areaKm2, corner) + third;
	}
	const rim = new Uint8Array(points.length);
	for (const point of hull) rim[point] = 1;
	const neighbours = points.map((_, i) => [...delaunay.neighbors(i)]);
	return { points, delaunay, neighbours, areaKm2, rim };
}
