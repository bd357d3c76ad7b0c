import { seededRandom } from '../seeded-random.ts';
import { at } from '../at.ts';

/** A smooth field over the plane, roughly in −1 … 1. */
type Field = (x: number, y: number) => number;

const TABLE = 256;

/** Gradient noise with features about `wavelengthKm` across; the same name gives the same field. */
export function smoothNoise(name: string, wavelengthKm: number): Field {
	const random = seededRandom(name);
	const order = Array.from({ length: TABLE }, (_, i) => i);
	for (let i = TABLE - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		const kept = at(order, i);
		order[i] = at(order, j);
		order[j] = kept;
	}
	const gradients = Array.from({ length: TABLE }, () => {
		const angle = random() * 2 * Math.PI;
		return [Math.cos(angle), Math.sin(angle)] as const;
	});
	const corner = (ix: number, iy: number, dx: number, dy: number): number => {
		const row = at(order, ((ix % TABLE) + TABLE) % TABLE);
		const [gx, gy] = at(gradients, at(order, (((row + iy) % TABLE) + TABLE) % TABLE));
		return gx * dx + gy * dy;
	};
	return (x, y) => {
		const u = x / wavelengthKm;
		const v = y / wavelengthKm;
		const ix = Math.floor(u);
		const iy = Math.floor(v);
		const fx = u - ix;
		const fy = v - iy;
		const sx = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
		const sy = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
		const low = corner(ix, iy, fx, fy) * (1 - sx) + corner(ix + 1, iy, fx - 1, fy) * sx;
		const high =
			corner(ix, iy + 1, fx, fy - 1) * (1 - sx) + corner(ix + 1, iy + 1, fx - 1, fy - 1) * sx;
		return 1.5 * (low * (1 - sy) + high * sy);
	};
}
