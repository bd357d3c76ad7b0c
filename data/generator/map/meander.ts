import type { Seed } from './mesh.ts';
import type { Point } from './projection.ts';
import { smoothNoise } from './smooth-noise.ts';

/** Wavelengths in km; each moves places by about a sixth of its length, too little to fold the plane over itself. */
const WAVELENGTHS = [7, 3.2, 1.5, 0.7];
const SWING = 0.17;

/**
 * A bending of the whole plane that makes borders meander. Near small communes only the short waves act,
 * so that a town ward is bent as much for its size as a mountain commune.
 */
export function meander(seeds: readonly Seed[]): (place: Point) => Point {
	const waves = WAVELENGTHS.map((length) => ({
		length,
		east: smoothNoise(`meander-east-${length}`, length),
		north: smoothNoise(`meander-north-${length}`, length)
	}));
	return ([x, y]) => {
		// Width of the territories hereabouts, growing smoothly with the distance from small ones.
		let width = Infinity;
		for (const seed of seeds) {
			const dx = x - seed.position[0];
			const dy = y - seed.position[1];
			width = Math.min(width, 0.7 * Math.sqrt(seed.areaKm2) + 0.4 * Math.sqrt(dx * dx + dy * dy));
		}
		let [movedX, movedY] = [x, y];
		for (const { length, east, north } of waves) {
			const reach = SWING * length * Math.min(1, (width / (1.2 * length)) ** 2);
			movedX += reach * east(x, y);
			movedY += reach * north(x, y);
		}
		return [movedX, movedY];
	};
}
