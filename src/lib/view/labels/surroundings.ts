import type { Circle, LabelInput, Point, Rect } from './label-types.ts';
import { circleTouches, rectsTouch, rectWithin } from './box-geometry.ts';
import { GAP, lineTouchesCircle, lineTouchesRect } from './occupied.ts';
import type { Shape, Span } from './shape.ts';

/** Pixels that stay free at the edge of the map. */
const MARGIN = 2;

/** What a label must keep clear of, and the province that lies under it. */
export class Surroundings {
	readonly #input: LabelInput;
	readonly #shapes: readonly Shape[];
	/** By the upper and the lower height. */
	readonly #bands = new Map<number, Map<number, readonly Span[]>>();

	constructor(input: LabelInput, shapes: readonly Shape[]) {
		this.#input = input;
		this.#shapes = shapes;
	}

	/** Whether a label's box lies in the map and covers nothing that is reserved. */
	allowsBox(rect: Rect): boolean {
		return (
			rectWithin(rect, this.#input.box, MARGIN) &&
			!this.#input.reserved.some((reserved) => rectsTouch(rect, reserved, GAP))
		);
	}

	/** Whether it leaves all marks free. */
	sparesMarks(rect: Rect): boolean {
		return !this.#input.avoid.some((circle) => circleTouches(circle, rect, GAP));
	}

	/** How many marks a leader runs over, without the one that it leads to. */
	marksUnder(line: readonly Point[], target: Circle): number {
		return this.#input.avoid.filter(
			(circle) =>
				(circle.x !== target.x || circle.y !== target.y) && lineTouchesCircle(line, circle)
		).length;
	}

	/** Whether a leader lies in the map and covers nothing that is reserved. */
	allowsLine(line: readonly Point[]): boolean {
		const { box, reserved } = this.#input;
		return (
			line.every(([x, y]) => x >= 0 && y >= 0 && x <= box.width && y <= box.height) &&
			!reserved.some((rect) => lineTouchesRect(line, rect))
		);
	}

	/**
	 * Stretches between two heights where no text may stand beside the province: the province itself, what is
	 * reserved, and marks. Apart from each other, from left to right.
	 */
	taken(top: number, bottom: number): readonly Span[] {
		let bands = this.#bands.get(top);
		if (!bands) this.#bands.set(top, (bands = new Map<number, readonly Span[]>()));
		let found = bands.get(bottom);
		if (!found) {
			const { reserved, avoid } = this.#input;
			found = joined([
				...this.#shapes.flatMap((shape) => shape.spans(top, bottom)),
				...reserved
					.filter(({ y, height }) => y < bottom && y + height > top)
					.map(({ x, width }): Span => [x - GAP, x + width + GAP]),
				...avoid
					.filter(({ y, r }) => y - r < bottom && y + r > top)
					.map(({ x, r }): Span => [x - r - GAP, x + r + GAP])
			]);
			bands.set(bottom, found);
		}
		return found;
	}
}

/** Stretches put together where they touch, from left to right. */
function joined(spans: readonly Span[]): Span[] {
	const result: [number, number][] = [];
	for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
		const last = result[result.length - 1];
		if (last && from <= last[1]) last[1] = Math.max(last[1], to);
		else result.push([from, to]);
	}
	return result;
}
