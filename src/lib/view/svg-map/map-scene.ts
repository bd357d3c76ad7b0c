import type { Topology } from 'topojson-specification';
import type { Month } from '#lib/domain/period.ts';
import type { ClassSource } from '../frame-view.ts';
import { isIncluded, isInDistrict } from '../included.ts';
import { partLooks, unitLooks, type AreaLook } from '../map-paints.ts';
import { relapsedPieces } from '../relapsed-pieces.ts';
import type { StatusPiece } from '../status-pieces.ts';
import type { ViewParams } from '../view-params.ts';
import { drawGround, extentOfUnits, type Ground, type GroundShape } from './ground.ts';
import { growExtent, placeExtent, type Extent, type PictureSize, type Placing } from './placing.ts';

/** A view of the map that is drawn as SVG, without the live map. */
export interface DrawnView {
	source: ClassSource;
	month: Month;
	params: ViewParams;
	/** Boundaries of the source's units. */
	topology: Topology;
	/** Boundaries of their former communes; undefined where they are not painted. */
	parts: Topology | undefined;
	/** What the picture shows at least, in degrees: the province. */
	extent: Extent;
}

/** A look with its shape. */
export type DrawnArea = AreaLook & { d: string };

/** All of a view's map but its names, in pixels of a picture. */
export interface MapScene {
	size: PictureSize;
	placing: Placing;
	ground: Ground;
	units: readonly DrawnArea[];
	parts: readonly DrawnArea[];
	/** Lines between former communes. */
	formerBorders: string;
	/** Where communes, or former ones, relapsed. */
	relapsed: readonly StatusPiece[];
	/** Shapes of the former communes, by id. */
	partShapes: ReadonlyMap<number, GroundShape>;
}

/** Room around the province, in shares of the picture's height. */
const MARGIN = 0.03;
/** How much of the land around a commune in the light is in view: so many times its extent. */
const AROUND = 2.6;

const drawn = new WeakMap<Topology, Map<string, Ground>>();

/** Boundaries in pixels, drawn once for each topology and place. */
function groundOf(topology: Topology, placing: Placing, key: string): Ground {
	let known = drawn.get(topology);
	if (!known) drawn.set(topology, (known = new Map<string, Ground>()));
	let ground = known.get(key);
	if (!ground) known.set(key, (ground = drawGround(topology, placing)));
	return ground;
}

/** Rows in view, and whether a former commune of a class in one is. */
function inView({ source, month, params }: DrawnView) {
	const lightRow =
		params.unit === undefined ? -1 : source.units.findIndex(({ code }) => code === params.unit);
	const visible = (row: number) =>
		lightRow >= 0 ? row === lightRow : isIncluded(source, row, month, params);
	const lit = (row: number, code: number) =>
		lightRow >= 0
			? row === lightRow
			: isInDistrict(source, row, params.district) &&
				(params.classes.length === 0 || params.classes.includes(code));
	return { visible, lit };
}

/**
 * What a view's map looks like on a picture: fills, lines and marks.
 *
 * The boundaries are worked out once for a topology, a size and what is looked at; classes each time.
 */
export function mapScene(view: DrawnView, size: PictureSize): MapScene {
	const { source, month, params, topology, parts } = view;
	const extent = extentInView(view);
	const placing = placeExtent(extent, size, MARGIN * size.height);
	const key = [size.width, size.height, ...extent].join(' ');
	const ground = groundOf(topology, placing, key);
	const former = parts && groundOf(parts, placing, key);
	const unitShapes = byId(ground);
	const partShapes = former ? byId(former) : new Map<number, GroundShape>();
	const shapes = former && new Set(partShapes.keys());
	const { visible, lit } = inView(view);
	const painted = shapes ? [...partLooks(source, month, shapes, lit)] : [];
	return {
		size,
		placing,
		ground,
		partShapes,
		units: withShapes(unitLooks(source, month, params, shapes, visible), unitShapes, size),
		parts: withShapes(painted, partShapes, size),
		formerBorders: painted.length > 0 && former ? former.borders : '',
		relapsed: params.theme === 'status' ? relapsedPieces(source, month, lit, shapes) : []
	};
}

const byId = ({ shapes }: Ground) => new Map(shapes.map((shape) => [shape.id, shape]));

/** Looks with their shapes; what lies outside the picture is left out. */
function withShapes(
	looks: Iterable<AreaLook>,
	shapes: ReadonlyMap<number, GroundShape>,
	{ width, height }: PictureSize
): DrawnArea[] {
	return [...looks].flatMap((look) => {
		const shape = shapes.get(look.id);
		if (!shape) return [];
		const { left, top, right, bottom } = shape.bounds;
		const seen = right > 0 && bottom > 0 && left < width && top < height;
		return seen ? [{ ...look, d: shape.d }] : [];
	});
}

/** The commune in the light with the land around it, else the district, else the province. */
function extentInView({ source, params, topology, extent }: DrawnView): Extent {
	const { unit, district } = params;
	if (unit === undefined && district === undefined) return extent;
	const wanted = source.units.filter(({ code, districts }) =>
		unit === undefined ? district !== undefined && districts.includes(district) : code === unit
	);
	const own = extentOfUnits(topology, new Set(wanted.map(({ id }) => id)));
	if (!own) return extent;
	return growExtent(own, unit === undefined ? 1.1 : AROUND);
}
