import type { Random } from '../seeded-random.ts';
import type { GridPoint } from './crossings.ts';
import { GRID_PER_DEGREE } from './draw-map.ts';
import { contains, type Territory } from './territory.ts';

/** Grid units in the fourth decimal of a degree. */
const POSITION_STEP = GRID_PER_DEGREE / 1e4;

/** A random place inside a territory. */
export function placeInside(territory: Territory, random: Random): GridPoint {
	const points = territory.flat(2);
	const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
	const draw = (values: readonly number[]): number => {
		const low = Math.min(...values);
		return (
			Math.round((low + random() * (Math.max(...values) - low)) / POSITION_STEP) * POSITION_STEP
		);
	};
	for (;;) {
		const place: GridPoint = [draw(xs), draw(ys)];
		if (contains(territory, place)) return place;
	}
}
