import { scaleLinear } from 'd3-scale';
import {
	monthOf,
	monthOfYear,
	toMonth,
	yearOf,
	type Month,
	type Scheme
} from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatMonth } from './format.ts';

/** A place along an axis, in the units of the drawing, and what stands there. */
interface Mark {
	at: number;
	label: string;
}

/** Layout of the adoption curve, without colours. */
export interface AdoptionChart {
	width: number;
	height: number;
	left: number;
	right: number;
	top: number;
	bottom: number;
	/** The line over the months, as steps, and the ground beneath it. */
	line: string;
	area: string;
	xTicks: Mark[];
	yTicks: Mark[];
	/** Months in which boundaries changed, and how far down their names stand. */
	mergers: (Mark & { labelAt: number })[];
}

/** A month and how many communes had the type at its end. */
interface Point {
	month: Month;
	communes: number;
}

const HEIGHT = 240;
const EDGES = { left: 32, right: 8, top: 34, bottom: 22 };
/** A year along the axis takes so much room at least; about so many counts are named. */
const YEAR_ROOM = 56;
const Y_TICKS = 4;
/** On a narrower drawing the names of mergers stand one below the other. */
const NARROW = 480;
const LINE = 14;

/**
 * Lays the curve out.
 *
 * @param points every month, at least one
 * @param frames the province's boundaries by their first days
 * @param width of the drawing, in pixels
 */
export function adoptionChart(
	points: readonly Point[],
	frames: readonly { from: string }[],
	calendar: Scheme,
	width: number
): AdoptionChart {
	const first = points[0]!.month;
	const last = points.at(-1)!.month;
	const highest = Math.max(1, ...points.map(({ communes }) => communes));
	const bottom = HEIGHT - EDGES.bottom;
	const right = Math.max(EDGES.left + 1, width - EDGES.right);
	const merged = frames
		.slice(1)
		.map(({ from }) => monthOf(from, calendar))
		.filter((month) => month > first && month <= last);
	const lines = width < NARROW ? Math.max(1, merged.length) : 1;
	const top = EDGES.top + (lines - 1) * LINE;
	const x = scaleLinear([first, last + 1], [EDGES.left, right]);
	const y = scaleLinear([0, highest], [bottom, top]).nice(Y_TICKS);
	const steps = points
		.map(({ month, communes }) => `V${round(y(communes))}H${round(x(month + 1))}`)
		.join('');
	return {
		width,
		height: HEIGHT,
		bottom,
		left: EDGES.left,
		right,
		top,
		line: `M${EDGES.left} ${bottom}${steps}`,
		area: `M${EDGES.left} ${bottom}${steps}V${bottom}Z`,
		xTicks: yearTicks(first, last, (right - EDGES.left) / YEAR_ROOM).map((year) => ({
			at: x(toMonth(year, 1)),
			label: String(year)
		})),
		yTicks: y
			.ticks(Y_TICKS)
			.filter(Number.isInteger)
			.map((tick) => ({ at: y(tick), label: formatCount(tick) })),
		mergers: merged.map((month, at) => ({
			at: x(month),
			label: m.models_curve_merger({ month: formatMonth(month) }),
			labelAt: EDGES.top - LINE / 2 + (at % lines) * LINE
		}))
	};
}

/** Years whose January is on the axis, not too many of them. */
function yearTicks(first: Month, last: Month, most: number): number[] {
	const from = yearOf(first) + (monthOfYear(first) === 1 ? 0 : 1);
	const count = Math.max(0, yearOf(last) - from + 1);
	const step = Math.max(1, Math.ceil(count / Math.max(1, most)));
	return Array.from({ length: Math.ceil(count / step) }, (_, at) => from + at * step);
}

/** The months of the table beside the chart: each December, and the last one. */
export function tableMonths(points: readonly Point[]): Point[] {
	return points.filter(({ month }, at) => monthOfYear(month) === 12 || at === points.length - 1);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
