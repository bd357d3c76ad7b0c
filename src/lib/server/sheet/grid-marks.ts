import proj4 from 'proj4';
import { formatCount } from '#lib/view/format.ts';
import type { Box, Fit } from './fit-map.ts';
import type { MapContent } from './map-content.ts';
import type { Mark } from './marks.ts';
import { planeAround } from './project.ts';
import { HAIRLINE, QUIET, text, TYPE } from './sheet-type.ts';

/** From VN-2000 to WGS 84, as the Ministry of Natural Resources and Environment set it (QĐ 05/2007/QĐ-BTNMT). */
const TO_WGS84 =
	'-191.90441429,-39.30318279,-111.45032835,-0.00928836,0.01975479,-0.00427372,0.252906278';
/** Scale along the central meridian of a three-degree zone. */
const SCALE = 0.9999;
/** Lines are about so many millimetres apart on A4. */
const APART = 32;
const STEPS_KM = [1, 2, 5, 10, 20, 50, 100];
/** Along a line so many places are computed; between them it is straight to a hundredth of a millimetre. */
const PLACES = 24;

/**
 * Places of a VN-2000 zone (TM-3: transverse Mercator, scale 0.9999, 500 km east) on the WGS 84 ellipsoid.
 *
 * @param meridian central meridian, degrees east
 */
function zoneAround(meridian: number) {
	return proj4(
		`+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=${SCALE} +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=${TO_WGS84} +units=m`,
		'EPSG:4326'
	);
}

/** The grid of the province's VN-2000 zone over a map, with kilometres at the frame; nothing without a zone. */
export function gridMarks(
	{ ground, zone }: Pick<MapContent, 'ground' | 'zone'>,
	{ denominator, place }: Fit,
	box: Box,
	k: number
): Mark[] {
	if (!zone) return [];
	const { forward, inverse } = zoneAround(zone.meridian);
	const project = planeAround(ground.middle);
	const onSheet = (east: number, north: number) => {
		const [lon = 0, lat = 0] = forward([east, north]);
		return place(project([lon, lat]));
	};
	const [middleEast = 0, middleNorth = 0] = inverse([...ground.middle]);
	const perMm = denominator / 1000;
	const reach = { east: (box.width / 2) * perMm * 1.15, north: (box.height / 2) * perMm * 1.15 };
	const step = stepFor((APART * k * perMm) / 1000) * 1000;
	const east = [middleEast - reach.east, middleEast + reach.east] as const;
	const north = [middleNorth - reach.north, middleNorth + reach.north] as const;
	const size = TYPE.small * 0.85 * k;
	const label = (value: number) => formatCount(Math.round(value / 1000));
	const marks: Mark[] = [];
	for (const value of multiples(step, east)) {
		const line = within(
			along(north, (at) => onSheet(value, at)),
			box
		);
		const [low, high] = [line.at(0), line.at(-1)];
		if (!low || !high || Math.abs(low[1] - high[1]) < box.height * 0.9) continue;
		marks.push(
			gridLine(line, k),
			text(low[0], box.y + box.height - 1 * k, label(value), size, {
				anchor: 'middle',
				color: QUIET,
				halo: '#ffffff'
			})
		);
	}
	for (const value of multiples(step, north)) {
		const line = within(
			along(east, (at) => onSheet(at, value)),
			box
		);
		const [low, high] = [line.at(0), line.at(-1)];
		if (!low || !high || Math.abs(low[0] - high[0]) < box.width * 0.9) continue;
		marks.push(
			gridLine(line, k),
			text(box.x + 1 * k, low[1] + size * 0.36, label(value), size, {
				color: QUIET,
				halo: '#ffffff'
			})
		);
	}
	return [
		...marks,
		text(box.x + box.width - 1 * k, box.y + box.height - 1 * k, zone.name, size, {
			anchor: 'end',
			color: QUIET,
			halo: '#ffffff'
		})
	];
}

/** The least usual step in kilometres that is no less than one. */
function stepFor(least: number): number {
	return STEPS_KM.find((step) => step >= least) ?? 200;
}

function multiples(step: number, [from, to]: readonly [number, number]): number[] {
	const first = Math.ceil(from / step);
	return Array.from(
		{ length: Math.max(0, Math.floor(to / step) - first + 1) },
		(_, at) => (first + at) * step
	);
}

function along(
	[from, to]: readonly [number, number],
	placeOf: (at: number) => [number, number]
): [number, number][] {
	return Array.from({ length: PLACES + 1 }, (_, at) => placeOf(from + ((to - from) * at) / PLACES));
}

/** The part of a line in a box; where it leaves the box it ends at its edge. */
function within(line: readonly [number, number][], box: Box): [number, number][] {
	const right = box.x + box.width;
	const bottom = box.y + box.height;
	const inside = ([x, y]: [number, number]) =>
		x >= box.x && x <= right && y >= box.y && y <= bottom;
	/** Where a stretch from a place inside to one outside crosses the edge. */
	const edge = ([x1, y1]: [number, number], [x2, y2]: [number, number]): [number, number] => {
		const reach = (from: number, to: number, least: number, most: number) =>
			to > most ? (most - from) / (to - from) : to < least ? (least - from) / (to - from) : 1;
		const share = Math.min(reach(x1, x2, box.x, right), reach(y1, y2, box.y, bottom));
		return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
	};
	return line.flatMap((point, at) => {
		if (inside(point)) return [point];
		const [before, after] = [line[at - 1], line[at + 1]];
		return [
			...(before && inside(before) ? [edge(before, point)] : []),
			...(after && inside(after) ? [edge(after, point)] : [])
		];
	});
}

function gridLine(points: [number, number][], k: number): Mark {
	return { kind: 'line', points, stroke: HAIRLINE, width: 0.12 * k };
}
