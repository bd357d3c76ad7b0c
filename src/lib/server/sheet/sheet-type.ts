import { INK } from '#lib/view/palette.ts';
import type { Mark } from './marks.ts';

/** Sizes of type on A4; larger papers have all of them larger by as much. */
export const TYPE = { title: 5.5, text: 2.7, small: 2.3, name: 1.9 };

/** A line of type in ink. @param size height of the type, in millimetres */
export function text(
	x: number,
	y: number,
	content: string,
	size: number,
	more: Partial<Omit<Extract<Mark, { kind: 'text' }>, 'kind' | 'x' | 'y' | 'text' | 'size'>> = {}
): Mark {
	return {
		...{ kind: 'text', x, y, text: content, size },
		...{ bold: false, anchor: 'start', color: INK.light, ...more }
	};
}
