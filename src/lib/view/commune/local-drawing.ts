import type { StatusClass } from '#lib/domain/map-class.ts';
import type { AroundPiece, AroundUnit } from '../evidence-wire.ts';
import { APPROVED, RELAPSED } from '../status-sum.ts';
import { landPath, localFrame, type Rings } from './local-frame.ts';
import { placeLocalNames, type PlacedName } from './local-names.ts';

/** What is put on the map around a commune, in pixels of its sheet. */
export interface LocalDrawing {
	pieces: { id: number; d: string; status: StatusClass }[];
	units: { id: number; d: string }[];
	/** Path of the commune itself. */
	own: string;
	marks: { id: number; x: number; y: number }[];
	names: PlacedName[];
	/** States that are to be seen, those of the programme first. */
	statuses: StatusClass[];
}

const FELL: readonly StatusClass[] = RELAPSED;
const ORDER: readonly StatusClass[] = [...APPROVED, 'proposed', 'survey', 'mixed', 'none'];

/**
 * Draws a commune among its neighbours: former communes in their own shapes, a merged commune without those as one of
 * several states.
 *
 * @returns undefined for a commune without land
 */
export function localDrawing({
	unitId,
	around,
	neighbours,
	units,
	formers,
	size
}: {
	unitId: number;
	around: readonly AroundUnit[];
	neighbours: readonly number[];
	/** Lands of the communes, and of the former ones, by id. */
	units: ReadonlyMap<number, Rings>;
	formers: ReadonlyMap<number, Rings>;
	size: { width: number; height: number };
}): LocalDrawing | undefined {
	const landOf = (id: number) => units.get(id) ?? [];
	const frame = localFrame(landOf(unitId), neighbours.map(landOf), size);
	if (!frame) return undefined;
	const drawn = <T extends { id: number }>(each: T, rings: Rings) => {
		const d = landPath(rings, frame);
		return d === '' ? [] : [{ ...each, d }];
	};
	const pieces = around.flatMap((unit) =>
		piecesOf(unit, formers).flatMap((piece) =>
			drawn(piece, piece.former ? (formers.get(piece.id) ?? []) : landOf(unit.id))
		)
	);
	const inside = ([x, y]: readonly [number, number]) =>
		x > 0 && x < size.width && y > 0 && y < size.height;
	const seen = new Set(
		pieces.filter(({ label }) => inside(frame.place(label))).map(({ status }) => status)
	);
	for (const { id, status } of pieces) if (id === unitId) seen.add(status);
	return {
		pieces: pieces.map(({ id, d, status }) => ({ id, d, status })),
		units: around.flatMap(({ id }) => drawn({ id }, landOf(id))),
		own: landPath(landOf(unitId), frame),
		marks: pieces
			.filter(({ status }) => FELL.includes(status))
			.map(({ id, label }) => ({ id, at: frame.place(label) }))
			.filter(({ at }) => inside(at))
			.map(({ id, at: [x, y] }) => ({ id, x, y })),
		names: placeLocalNames(
			around.map(({ id, name, label }) => ({
				id,
				text: name,
				at: frame.place(label),
				own: id === unitId,
				near: neighbours.includes(id)
			})),
			size
		),
		statuses: ORDER.filter((status) => seen.has(status))
	};
}

/** A unit whose former communes have no shapes is one piece. */
function piecesOf(
	{ id, label, pieces }: AroundUnit,
	formers: ReadonlyMap<number, Rings>
): (Pick<AroundPiece, 'id' | 'label' | 'former'> & { status: StatusClass })[] {
	if (pieces.every((piece) => !piece.former || formers.has(piece.id))) return pieces;
	const [first, ...others] = pieces.map(({ status }) => status);
	const same = others.every((status) => status === first);
	return [{ id, label, former: false, status: same && first ? first : 'mixed' }];
}
