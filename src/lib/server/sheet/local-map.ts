import { INK } from '#lib/view/palette.ts';
import { fitMap, thinRing, type Box } from './fit-map.ts';
import type { MapPicture } from './map-content.ts';
import { frame, land } from './map-marks.ts';
import type { AreaMark, Mark } from './marks.ts';
import { names } from './name-marks.ts';
import type { Ground, GroundUnit } from './project.ts';

/** So much of the commune's own width and height is seen around it. */
const AROUND = 0.28;
const NAME_MM = 2.5;
/** The chosen commune on a map of the whole province, and the others. */
const CHOSEN = '#23395d';
const OTHER = { fill: '#f3f1ec', stroke: '#b9b5ab', width: 0.1 };

type Extent = Ground['extent'];

/**
 * A commune as large as it fits in a box, with its former communes by name, and what is around it.
 *
 * @param formers names of its former communes by id, which stand instead of its own
 */
export function localMap(
	picture: MapPicture,
	unitId: number,
	formers: ReadonlyMap<number, string>,
	box: Box
): Mark[] {
	const own = picture.ground.units.find((unit) => unit.unitId === unitId);
	if (!own) return [];
	const fit = fitMap({ extent: widened(extentOf(own)) }, box);
	/** What of the ground the box shows. */
	const seen = windowOf(fit, box, own);
	const near = (list: Ground['units']) => list.filter((unit) => overlap(extentOf(unit), seen));
	const lines = (list: Ground['borders']) =>
		list.filter((line) => overlap(extentOf({ rings: [line] }), seen));
	const cut = (ground: Ground): Ground => ({
		...ground,
		units: near(ground.units),
		borders: lines(ground.borders),
		outline: lines(ground.outline)
	});
	const { parts } = picture;
	const shown: MapPicture = {
		...picture,
		nameOf(id) {
			const name = formers.get(id);
			// They stand before those around.
			return name === undefined ? picture.nameOf(id) : { text: name, weight: 1e9 };
		},
		ground: cut(picture.ground),
		...(parts ? { parts: { ...parts, ground: cut(parts.ground) } } : {})
	};
	const former = parts?.ground.units.filter(({ unitId: id }) => formers.has(id)) ?? [];
	const named = [
		...shown.ground.units.filter((unit) => former.length === 0 || unit !== own),
		...former
	];
	return [
		{
			kind: 'window',
			box,
			marks: [
				frame(box, 0.1),
				...land(shown, fit, 1),
				...own.rings.map((ring): Mark => ({
					kind: 'line',
					points: thinRing(ring.map(fit.place), 0.05),
					stroke: INK.light,
					width: 0.7
				})),
				...names(
					{ ...shown, ground: { ...shown.ground, units: within(named, seen) } },
					fit,
					box,
					NAME_MM
				)
			]
		},
		outline(box)
	];
}

function outline({ x, y, width, height }: Box): Mark {
	return {
		kind: 'line',
		points: [
			[x, y],
			[x + width, y],
			[x + width, y + height],
			[x, y + height],
			[x, y]
		],
		stroke: INK.light,
		width: 0.2
	};
}

function extentOf({ rings }: Pick<GroundUnit, 'rings'>): Extent {
	const extent: Extent = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of rings.flat()) {
		extent[0] = Math.min(extent[0], x);
		extent[1] = Math.min(extent[1], y);
		extent[2] = Math.max(extent[2], x);
		extent[3] = Math.max(extent[3], y);
	}
	return extent;
}

function widened([west, south, east, north]: Extent): Extent {
	const [x, y] = [(east - west) * AROUND, (north - south) * AROUND];
	return [west - x, south - y, east + x, north + y];
}

function windowOf({ denominator }: { denominator: number }, box: Box, own: GroundUnit): Extent {
	const [west, south, east, north] = extentOf(own);
	const [x, y] = [(west + east) / 2, (south + north) / 2];
	const [wide, high] = [box.width, box.height].map((mm) => (mm * denominator) / 2000);
	return [x - (wide ?? 0), y - (high ?? 0), x + (wide ?? 0), y + (high ?? 0)];
}

function overlap(a: Extent, b: Extent): boolean {
	return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** Units whose place for a name is seen. */
function within(units: readonly GroundUnit[], [west, south, east, north]: Extent): GroundUnit[] {
	return units.filter(({ label }) => {
		if (!label) return false;
		const [x, y] = label;
		return x > west && x < east && y > south && y < north;
	});
}

const PROVINCES = new WeakMap<Ground, { areas: readonly AreaMark[]; of: string }>();

/** The province with the commune filled. */
export function locator(ground: Ground, unitId: number, box: Box): Mark[] {
	const areas = provinceOf(ground, box);
	const own = areas[ground.units.findIndex((unit) => unit.unitId === unitId)];
	return [
		{ kind: 'backdrop', areas },
		...(own ? [{ ...own, fill: CHOSEN, stroke: CHOSEN, width: 0.3 }] : [])
	];
}

/** All communes, one after the other: the same on each page. */
function provinceOf(ground: Ground, box: Box): readonly AreaMark[] {
	const of = JSON.stringify(box);
	const known = PROVINCES.get(ground);
	if (known?.of === of) return known.areas;
	const { place } = fitMap(ground, box);
	const areas = ground.units.map(({ rings }): AreaMark => ({
		kind: 'area',
		...OTHER,
		rings: rings.map((ring) => thinRing(ring.map(place), 0.15)).filter((ring) => ring.length > 3)
	}));
	PROVINCES.set(ground, { areas, of });
	return areas;
}
