import type { StatusClass } from '#lib/domain/map-class.ts';
import { paintOf, type Appearance } from '../palette.ts';

/** Id of the tile that a state with a pattern is filled with. @param prefix one for each drawing on a page */
export function statusFillId(prefix: string, status: StatusClass): string {
	return `${prefix}-${status}`;
}

/** What an SVG shape of a state is filled with: its colour, or the tile that `StatusFills` makes of its pattern. */
export function statusFill(prefix: string, status: StatusClass, appearance: Appearance): string {
	const { color, pattern } = paintOf({ theme: 'status', key: status }, appearance);
	return pattern && pattern !== 'stripes' ? `url(#${statusFillId(prefix, status)})` : color;
}
