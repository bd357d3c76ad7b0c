import type { Exposed } from '#lib/domain/evidence/smoothing.ts';
import type { Trend } from '#lib/domain/evidence/trend.ts';

/** A commune with what is known of it in a month; those without a figure are not drawn. */
export interface PlotUnit {
	unitId: number;
	name: string;
	/** The last twelve months. */
	now: Exposed;
	/** v: yearly noise of the province's communes. */
	noise: number;
	trend?: Trend;
}

/** A commune on a chart, in pixels of the sheet. */
export interface Mark {
	unitId: number;
	x: number;
	y: number;
	/** Its figures along both axes: a rate, a number of people, a ratio. */
	values: [x: number, y: number];
	/** Ends of its interval along x. */
	interval?: [number, number];
	/** The commune with its figures, as it is read aloud. */
	text: string;
}

/** A place on an axis, in pixels, and what stands there. */
export interface Tick {
	at: number;
	label: string;
}

export interface Curve {
	kind: 'common' | 'limit-95' | 'limit-998' | 'even';
	points: [number, number][];
	/** The same in figures, as of marks. */
	values: [x: number, y: number][];
}

/** A place on the sheet for a figure. */
type Scale = (value: number) => number;

export function curveOf(
	kind: Curve['kind'],
	values: [number, number][],
	x: Scale,
	y: Scale
): Curve {
	return { kind, values, points: values.map(([across, up]) => [x(across), y(up)]) };
}

/** Layout of a chart, without colours and events. */
export interface Plot {
	width: number;
	height: number;
	/** Left, right and bottom edge of the drawing. */
	left: number;
	right: number;
	bottom: number;
	radius: number;
	/** In the order in which keys go through them. */
	marks: Mark[];
	xTicks: Tick[];
	yTicks: Tick[];
	curves: Curve[];
	xTitle: string;
	yTitle: string;
	/** Up the sheet a step multiplies. */
	logarithmic?: true;
}

export const PLOT_WIDTH = 360;
export const PLOT_HEIGHT = 220;
/** Room for the figures of the axes. */
export const PLOT_EDGES = { left: 40, right: 16, top: 18, bottom: 34 } as const;
