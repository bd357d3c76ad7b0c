import { at } from './at.ts';
import type { DrawnUnit } from './demo-files.ts';
import type { Territory } from './map/territory.ts';

/** The directed edges of territories that are left when edges run in both directions cancel. */
export function outline(territories: readonly Territory[]): Set<string> {
	const edges = new Set<string>();
	for (const ring of territories.flat(2)) {
		for (let i = 0; i + 1 < ring.length; i++) {
			const [a, b] = [at(ring, i).join(' '), at(ring, i + 1).join(' ')];
			if (edges.has(`${a} ${b}`)) throw new Error(`Edge ${a} ${b} twice in the same direction`);
			if (!edges.delete(`${b} ${a}`)) edges.add(`${a} ${b}`);
		}
	}
	return edges;
}

export function territories(
	units: readonly DrawnUnit[],
	belongs: (unit: DrawnUnit) => boolean
): Territory[] {
	return units.filter(belongs).map((unit) => unit.territory);
}
