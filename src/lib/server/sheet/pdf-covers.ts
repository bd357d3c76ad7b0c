import type PDFDocument from 'pdfkit';
import { PATTERN_INKS, type PatternInk } from '#lib/view/pattern-inks.ts';
import type { Cover, Mark } from './marks.ts';
import { BANDS_MM, MM_PER_PIXEL } from './tiles.ts';

export type Pdf = InstanceType<typeof PDFDocument>;

type Rings = Extract<Mark, { kind: 'area' }>['rings'];

/** Begins a path along closed rings. */
export function trace(document: Pdf, rings: Rings): Pdf {
	for (const ring of rings) {
		ring.forEach(([x, y], at) => (at === 0 ? document.moveTo(x, y) : document.lineTo(x, y)));
		document.closePath();
	}
	return document;
}

/** Draws a cover over the area's surroundings, cut to the area. */
export function cover(document: Pdf, rings: Rings, what: Cover): void {
	const points = rings.flat();
	const xs = points.map(([x]) => x);
	const ys = points.map(([, y]) => y);
	const box = {
		west: Math.min(...xs),
		east: Math.max(...xs),
		north: Math.min(...ys),
		south: Math.max(...ys)
	};
	document.save();
	trace(document, rings).clip('even-odd');
	if ('bands' in what) bands(document, box, what.bands);
	else pattern(document, box, PATTERN_INKS[what.pattern]);
	document.restore();
}

interface Bounds {
	west: number;
	east: number;
	north: number;
	south: number;
}

/** Diagonal bands that stand at the same places on the whole sheet. */
function bands(
	document: Pdf,
	{ west, east, north, south }: Bounds,
	list: readonly { color: string; share: number }[]
): void {
	// Bands rise to the right, as on the screen: across them one goes along x + y, where a tile is √2 as wide.
	const tile = BANDS_MM * Math.SQRT2;
	for (const start of range(west + north, east + south, tile)) {
		let from = start;
		for (const { color, share } of list) {
			const to = from + share * tile;
			document
				.moveTo(from - north, north)
				.lineTo(to - north, north)
				.lineTo(to - south, south)
				.lineTo(from - south, south)
				.closePath()
				.fill(color);
			from = to;
		}
	}
}

/** The tiles of a pattern, all in one path. */
function pattern(
	document: Pdf,
	{ west, east, north, south }: Bounds,
	{ tile, color, opacity, dots, diagonal, edges }: PatternInk
): void {
	const t = tile * MM_PER_PIXEL;
	const ink = color.light;
	document.opacity(opacity);
	const columns = range(west, east, t);
	const rows = range(north, south, t);
	if (dots.length > 0) {
		for (const x0 of columns) {
			for (const y0 of rows) {
				for (const { x, y, r } of dots) document.circle(x0 + x * t, y0 + y * t, r * t);
			}
		}
		document.fill(ink);
	}
	if (diagonal > 0) {
		for (const sum of range(west + north, east + south, t)) {
			document.moveTo(sum - north, north).lineTo(sum - south, south);
		}
		document.lineWidth(diagonal * t).stroke(ink);
	}
	if (edges > 0) {
		for (const x of columns) document.moveTo(x, north).lineTo(x, south);
		for (const y of rows) document.moveTo(west, y).lineTo(east, y);
		document.lineWidth(edges * t).stroke(ink);
	}
}

/** Multiples of a step from just below one bound to the other. */
function range(from: number, to: number, step: number): number[] {
	const values: number[] = [];
	for (let value = Math.floor(from / step) * step; value <= to; value += step) values.push(value);
	return values;
}
