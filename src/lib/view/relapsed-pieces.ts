import { statusCode, type StatusClass } from '#lib/domain/map-class.ts';
import type { Month } from '#lib/domain/period.ts';
import type { ClassSource } from './frame-view.ts';
import { isPaintedInParts } from './map-paints.ts';
import { statusPiecesAt, type StatusPiece } from './status-pieces.ts';
import { RELAPSED } from './status-sum.ts';

const FELL: readonly StatusClass[] = RELAPSED;

/**
 * Communes, or former communes that are painted in their own shapes, that relapsed and are in view: each has a mark.
 *
 * @param shapes ids of former communes that have a shape; where one has none, its commune is marked
 */
export function relapsedPieces(
	source: ClassSource,
	month: Month,
	lit: (row: number, code: number) => boolean,
	shapes: ReadonlySet<number> | undefined
): StatusPiece[] {
	return source.units.flatMap((unit, row) => {
		const pieces = statusPiecesAt(source, row, month).filter(
			({ status }) => FELL.includes(status) && lit(row, statusCode(status))
		);
		if (pieces.length === 0 || isPaintedInParts(source, row, month, shapes)) return pieces;
		return pieces.slice(0, 1).map((piece) => ({
			...piece,
			id: unit.id,
			name: unit.name,
			label: unit.label,
			former: false
		}));
	});
}
