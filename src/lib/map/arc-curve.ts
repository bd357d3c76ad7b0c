/** Longitude and latitude. */
export type LonLat = [number, number];

/** An arc on the map, with how far it is tilted to the side, in degrees. */
export interface BentArc {
	from: LonLat;
	to: LonLat;
	tilt: number;
}

/** The head of an arc: its tip and the two corners behind. */
export type ArcHead = [LonLat, LonLat, LonLat];

/** Height of an arc's middle, as deck.gl takes it: a part of half its length. */
export const ARC_HEIGHT = 0.24;
/** Tilted so far, an arc bends in plan. */
const TILT = 60;
/** Further arcs between the same two places bend less, so that they do not cover each other. */
const TILTS = [TILT, -TILT, TILT / 2, -TILT / 2] as const;
/** Pixels of the world at zoom 0, as MapLibre counts. */
const WORLD_PX = 512;
/** A head is this wide to each side, as a part of its length. */
const HEAD_SIDE = 0.42;
/** Parts that an arc is walked in, from its end. */
const STEPS = 200;

/**
 * Gives each arc its bend: upwards on the map, be it drawn to the east or to the west. Arcs between the same two
 * places, in whatever direction, bend differently.
 */
export function bendArcs<A extends { from: LonLat; to: LonLat }>(
	arcs: readonly A[]
): (A & { tilt: number })[] {
	const met = new Map<string, number>();
	return arcs.map((arc) => {
		const pair = [arc.from, arc.to].map(String).sort().join(' ');
		const nth = met.get(pair) ?? 0;
		met.set(pair, nth + 1);
		// Positive is to the left of the way.
		const up = arc.to[0] >= arc.from[0] ? 1 : -1;
		return { ...arc, tilt: up * (TILTS[nth % TILTS.length] ?? TILT) };
	});
}

/**
 * The head of an arc, where it meets the rim of what stands at its end: on the curve of deck.gl's arcs, as seen
 * from above.
 *
 * @param rimPx radius of the bubble at its end
 * @param lengthPx length of the head
 * @returns undefined for an arc that is too short to have one
 */
export function headOf(
	arc: BentArc,
	{ zoom, rimPx, lengthPx }: { zoom: number; rimPx: number; lengthPx: number }
): ArcHead | undefined {
	const points = Array.from({ length: STEPS + 1 }, (_, step) =>
		pointOn(arc, zoom, 1 - (step / STEPS) ** 2)
	);
	const end = toWorld(arc.to, zoom);
	const at = points.findIndex((point) => pixelsApart(point, end) >= rimPx);
	const tip = points[at];
	const tail = tip && points.slice(at).find((point) => pixelsApart(point, tip) >= lengthPx);
	if (!tip || !tail) return undefined;
	const [dx, dy] = [tip[0] - tail[0], tip[1] - tail[1]];
	const far = lengthPx / Math.hypot(dx, dy);
	const corner = (side: number): LonLat =>
		toLonLat([tip[0] - (dx + dy * side) * far, tip[1] - (dy - dx * side) * far], zoom);
	return [toLonLat(tip, zoom), corner(HEAD_SIDE), corner(-HEAD_SIDE)];
}

type Pixel = [number, number];

/** A point of an arc by its share of the way: half an ellipse over its chord, as in deck.gl's shader. */
function pointOn({ from, to, tilt }: BentArc, zoom: number, ratio: number): Pixel {
	const [ax, ay] = toWorld(from, zoom);
	const [bx, by] = toWorld(to, zoom);
	const aside = Math.sqrt(ratio * (1 - ratio)) * ARC_HEIGHT * Math.sin((tilt * Math.PI) / 180);
	return [ax + (bx - ax) * ratio - (by - ay) * aside, ay + (by - ay) * ratio + (bx - ax) * aside];
}

/** Pixels of the world, upwards, so that directions are as on the screen. */
export function toWorld([lon, lat]: LonLat, zoom: number): Pixel {
	const size = WORLD_PX * 2 ** zoom;
	const rad = (lat * Math.PI) / 180;
	return [((lon + 180) / 360) * size, (0.5 + Math.asinh(Math.tan(rad)) / (2 * Math.PI)) * size];
}

function toLonLat([x, y]: Pixel, zoom: number): LonLat {
	const size = WORLD_PX * 2 ** zoom;
	const lat = Math.atan(Math.sinh((y / size - 0.5) * 2 * Math.PI));
	return [(x / size) * 360 - 180, (lat * 180) / Math.PI];
}

function pixelsApart([ax, ay]: Pixel, [bx, by]: Pixel): number {
	return Math.hypot(ax - bx, ay - by);
}

/** Pixels between two places on a map that is not tilted. */
export function pixelsBetween(one: LonLat, other: LonLat, zoom: number): number {
	return pixelsApart(toWorld(one, zoom), toWorld(other, zoom));
}

const EQUATOR_M = 40_075_016.686;

/** Metres on the ground in a pixel of the map, at a latitude. */
export function metresAPixel(lat: number, zoom: number): number {
	return (EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / (WORLD_PX * 2 ** zoom);
}
