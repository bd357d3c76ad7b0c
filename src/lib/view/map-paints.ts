import { findMapClass, statusCode } from '#lib/domain/map-class.ts';
import type { Month } from '#lib/domain/period.ts';
import { fillCode, type ClassSource, type FillView } from './frame-view.ts';
import { statusPiecesAt } from './status-pieces.ts';

/** What an area of the map looks like. */
export interface AreaLook {
	id: number;
	/** Class code of its fill. */
	code: number;
	faded: boolean;
}

/** Whether a commune is painted on its former communes: it has such, and each has a shape. */
export function isPaintedInParts(
	source: ClassSource,
	row: number,
	month: Month,
	shapes: ReadonlySet<number> | undefined
): boolean {
	if (!shapes) return false;
	const pieces = statusPiecesAt(source, row, month);
	return pieces.length > 0 && pieces.every(({ id, former }) => former && shapes.has(id));
}

/** Numbers of sites stand on the land as circles, not as its fill; rates fill it. */
function bareOfSites(code: number | undefined, view: FillView): number | undefined {
	if (view.theme !== 'sites' || view.perPeople || code === undefined) return code;
	return findMapClass(code)?.theme === 'sites' ? statusCode('none') : code;
}

/**
 * The fills of communes.
 *
 * @param shapes ids of the former communes that have a shape; communes painted on them are bare themselves
 * @param visible whether a commune (by its row) passes the filters
 */
export function* unitLooks(
	source: ClassSource,
	month: Month,
	view: FillView,
	shapes: ReadonlySet<number> | undefined,
	visible: (row: number) => boolean
): Generator<AreaLook> {
	for (const [row, { id }] of source.units.entries()) {
		const code = isPaintedInParts(source, row, month, shapes)
			? statusCode('none')
			: bareOfSites(fillCode(source, row, month, view), view);
		if (code !== undefined) yield { id, code, faded: !visible(row) };
	}
}

/**
 * The fills of former communes within communes.
 *
 * @param lit whether a commune passes the filters, with one of its classes
 */
export function* partLooks(
	source: ClassSource,
	month: Month,
	shapes: ReadonlySet<number>,
	lit: (row: number, code: number) => boolean
): Generator<AreaLook> {
	for (const row of source.units.keys()) {
		if (!isPaintedInParts(source, row, month, shapes)) continue;
		for (const { id, status } of statusPiecesAt(source, row, month)) {
			const code = statusCode(status);
			yield { id, code, faded: !lit(row, code) };
		}
	}
}
