import { at } from '../at.ts';
import { buildQueue } from './nearest-first.ts';
import type { Mesh, Seed } from './mesh.ts';
import { smoothNoise } from './smooth-noise.ts';

/** The label of mesh points that belong to no commune. */
export const OUTSIDE = -1;

/** Two seeds (by index) whose territories must touch. */
export type Bridge = readonly [a: number, b: number];

const ROUNDS = 70;
const BRIDGE_STEPS = 200;

/** Cost of crossing a kilometre at a place: ridges are dear, so fronts meet on them and borders bend along them. */
function buildTerrain(): (x: number, y: number) => number {
	const octaves = [
		[smoothNoise('ridge-14', 14), 1.2],
		[smoothNoise('ridge-6', 6), 1.1],
		[smoothNoise('ridge-2.5', 2.5), 0.9],
		[smoothNoise('ridge-1', 1), 0.6]
	] as const;
	return (x, y) => {
		let cost = 0.45;
		for (const [noise, weight] of octaves) {
			const ridge = Math.max(0, 1 - 2.2 * Math.abs(noise(x, y)));
			cost += weight * ridge * ridge;
		}
		return cost;
	};
}

/** Travel cost from each mesh point to each of its neighbours, in the order of `mesh.neighbours`. */
function edgeCosts(mesh: Mesh): readonly Float64Array[] {
	const terrain = buildTerrain();
	return mesh.points.map(([x, y], i) =>
		Float64Array.from(at(mesh.neighbours, i), (neighbour) => {
			const [nx, ny] = at(mesh.points, neighbour);
			const length = Math.sqrt((nx - x) ** 2 + (ny - y) ** 2);
			return length * terrain((x + nx) / 2, (y + ny) / 2);
		})
	);
}

/** Lets all territories grow at once from their seeds; each point goes to the front that arrives first, so territories are connected. */
function grow(
	mesh: Mesh,
	inside: Uint8Array,
	costs: readonly Float64Array[],
	homes: readonly ReadonlySet<number>[],
	speeds: readonly number[]
): Int16Array {
	const labels = new Int16Array(mesh.points.length).fill(OUTSIDE);
	const arrival = new Float64Array(mesh.points.length).fill(Infinity);
	const settled = new Uint8Array(mesh.points.length);
	const queue = buildQueue();
	homes.forEach((places, label) => {
		for (const place of places) {
			arrival[place] = 0;
			labels[place] = label;
			queue.push(0, place);
		}
	});
	for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
		if (settled[next]) continue;
		settled[next] = 1;
		const label = at(labels, next);
		const speed = at(speeds, label);
		at(mesh.neighbours, next).forEach((neighbour, k) => {
			if (!inside[neighbour] || settled[neighbour]) return;
			const time = at(arrival, next) + at(at(costs, next), k) / speed;
			if (time < at(arrival, neighbour)) {
				arrival[neighbour] = time;
				labels[neighbour] = label;
				queue.push(time, neighbour);
			}
		});
	}
	return labels;
}

export function territoryAreas(mesh: Mesh, labels: Int16Array, count: number): Float64Array {
	const areas = new Float64Array(count);
	labels.forEach((label, i) => {
		if (label !== OUTSIDE) areas[label] = at(areas, label) + at(mesh.areaKm2, i);
	});
	return areas;
}

/**
 * The mesh points that each territory starts from: its seed and, for each bridge, the points on the way to the other seed,
 * up to where the two meet in proportion to their widths.
 */
function findHomes(mesh: Mesh, seeds: readonly Seed[], bridges: readonly Bridge[]): Set<number>[] {
	const homes = seeds.map((seed) => new Set([mesh.delaunay.find(...seed.position)]));
	for (const [a, b] of bridges) {
		const [seedA, seedB] = [at(seeds, a), at(seeds, b)];
		const meeting =
			Math.sqrt(seedA.areaKm2) / (Math.sqrt(seedA.areaKm2) + Math.sqrt(seedB.areaKm2));
		for (let step = 0; step <= BRIDGE_STEPS; step++) {
			const share = step / BRIDGE_STEPS;
			const x = seedA.position[0] + share * (seedB.position[0] - seedA.position[0]);
			const y = seedA.position[1] + share * (seedB.position[1] - seedA.position[1]);
			at(homes, share < meeting ? a : b).add(mesh.delaunay.find(x, y));
		}
	}
	return homes;
}

/** Divides the inside of the province among the seeds, with speeds adjusted until areas are near the wanted ones. */
export function growTerritories(
	mesh: Mesh,
	inside: Uint8Array,
	seeds: readonly Seed[],
	bridges: readonly Bridge[]
): Int16Array {
	const costs = edgeCosts(mesh);
	const homes = findHomes(mesh, seeds, bridges);
	const speeds = seeds.map((seed) => Math.sqrt(seed.areaKm2));
	for (let round = 0; round < ROUNDS; round++) {
		const areas = territoryAreas(mesh, grow(mesh, inside, costs, homes, speeds), seeds.length);
		seeds.forEach((seed, i) => {
			const ratio = Math.min(2, Math.max(0.5, seed.areaKm2 / at(areas, i)));
			speeds[i] = at(speeds, i) * (1 + 0.35 * (ratio - 1));
		});
	}
	return grow(mesh, inside, costs, homes, speeds);
}
