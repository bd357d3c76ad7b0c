import type { Attachment } from 'svelte/attachments';
import type { Point } from '#lib/view/plots/lasso.ts';

export interface LassoEvents {
	/** An event's place, in whatever the caller counts in. */
	placeOf: (event: PointerEvent) => Point;
	/** The stroke so far; empty when it ended or was broken off. */
	draw: (stroke: readonly Point[]) => void;
	/** @param beside with Ctrl, Shift or the like: not instead of others but beside them */
	end: (stroke: readonly Point[], beside: boolean) => void;
	/** Fingers scroll, unless they are to draw. */
	fingers: boolean;
}

/** Lets a pointer draw a stroke on an element. */
export function lasso({ placeOf, draw, end, fingers }: LassoEvents): Attachment<Element> {
	return (element) => {
		let stroke: Point[] | undefined;
		const down = (event: Event) => {
			if (!(event instanceof PointerEvent) || event.button !== 0) return;
			if (event.pointerType === 'touch' && !fingers) return;
			stroke = [placeOf(event)];
			element.setPointerCapture(event.pointerId);
		};
		const move = (event: Event) => {
			if (!stroke || !(event instanceof PointerEvent)) return;
			stroke.push(placeOf(event));
			draw(stroke);
		};
		const up = (event: Event) => {
			if (!stroke || !(event instanceof PointerEvent)) return;
			const drawn = stroke;
			stroke = undefined;
			draw([]);
			end(drawn, event.ctrlKey || event.metaKey || event.shiftKey);
		};
		const cancel = () => {
			stroke = undefined;
			draw([]);
		};
		const listeners = {
			pointerdown: down,
			pointermove: move,
			pointerup: up,
			pointercancel: cancel
		};
		for (const [name, listener] of Object.entries(listeners)) {
			element.addEventListener(name, listener);
		}
		return () => {
			for (const [name, listener] of Object.entries(listeners)) {
				element.removeEventListener(name, listener);
			}
		};
	};
}
