import { INK } from '#lib/view/palette.ts';
import type { Mark } from './marks.ts';

/** Sizes of type on A4 in millimetres; larger papers have all of them larger by as much. */
export const TYPE = { title: 5.4, text: 3, small: 2.4, name: 2.1 };
export const QUIET = '#565c66';
export const HAIRLINE = '#c9c5bb';

/** A line of type in ink. @param size height of the type, in millimetres */
export function text(
	x: number,
	y: number,
	content: string,
	size: number,
	more: Partial<Omit<Extract<Mark, { kind: 'text' }>, 'kind' | 'x' | 'y' | 'text' | 'size'>> = {}
): Mark {
	return {
		kind: 'text',
		x,
		y,
		text: content,
		size,
		bold: false,
		anchor: 'start',
		color: INK.light,
		...more
	};
}
