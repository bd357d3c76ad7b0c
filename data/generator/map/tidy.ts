import { at } from '../at.ts';
import { OUTSIDE, territoryAreas } from './growth.ts';
import type { Mesh, Seed } from './mesh.ts';

const SWEEPS = 3;
/** How many neighbours a territory that is 100 % too large gives away: ties together smoothness and area. */
const AREA_PULL = 6;

/** Number of separate stretches of `label` around a point. */
function stretches(around: readonly number[], label: number): number {
	let count = 0;
	around.forEach((here, k) => {
		if (here === label && around[(k + around.length - 1) % around.length] !== label) count++;
	});
	return count;
}

/**
 * Rounds off thin tongues and evens out areas by moving single points between territories.
 * A move is made only where it leaves both territories in one piece and without holes.
 */
export function tidyTerritories(
	mesh: Mesh,
	labels: Int16Array,
	seeds: readonly Seed[]
): Int16Array {
	const tidy = Int16Array.from(labels);
	const areas = territoryAreas(mesh, labels, seeds.length);
	const excess = (label: number): number =>
		label === OUTSIDE ? 0 : at(areas, label) / at(seeds, label).areaKm2 - 1;
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		for (let point = 0; point < tidy.length; point++) {
			if (mesh.rim[point]) continue;
			const own = at(tidy, point);
			const around = at(mesh.neighbours, point).map((neighbour) => at(tidy, neighbour));
			const others = [...new Set(around)].filter((label) => label !== own);
			if (others.length === 0 || stretches(around, own) !== 1) continue;
			const support = (label: number): number => around.filter((here) => here === label).length;
			for (const other of others) {
				const gain = support(other) - support(own) + AREA_PULL * (excess(own) - excess(other));
				if (gain > 0.5 && stretches(around, other) === 1) {
					tidy[point] = other;
					const area = at(mesh.areaKm2, point);
					if (own !== OUTSIDE) areas[own] = at(areas, own) - area;
					if (other !== OUTSIDE) areas[other] = at(areas, other) + area;
					break;
				}
			}
		}
	}
	return tidy;
}
