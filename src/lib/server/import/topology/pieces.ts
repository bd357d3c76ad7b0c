import type { Queryable } from '../../db/database.ts';
import type { Ring } from '#lib/domain/boundary.ts';
import { cutIntoFaces, type Face } from './faces.ts';
import type { Land } from './land.ts';

/** One connected area that several communes claim, or none of those around it. */
export interface Piece {
	kind: 'overlap' | 'gap';
	/** Who claims it, by number; of a gap, who borders it, the longest stretch first. */
	units: number[];
	rings: Ring[];
	inside: [number, number];
	areaM2: number;
}

/**
 * Finds all overlaps and gaps of a file.
 *
 * Open borders cut the land into faces, in each of which the same number of communes lies everywhere: none
 * is a gap, two and more are overlaps. Which communes those are may change within a face, where a shared
 * border runs through it: overlaps are cut along these, too.
 */
export async function findPieces(tx: Queryable, land: Land): Promise<Piece[]> {
	if (land.open.length === 0) return [];
	const lines = land.open.map(({ line }) => line);
	const gaps: Face[] = [];
	const crowded: Face[] = [];
	for await (const face of cutIntoFaces(tx, lines)) {
		const depth = land.openEdges.depthAt(...face.inside);
		if (depth === 0) gaps.push(face);
		else if (depth > 1) crowded.push(face);
	}
	const overlaps = await cutAlongShared(tx, land, crowded);
	return [
		...overlaps.map((face) => toPiece('overlap', face, land.claimantsAt(...face.inside))),
		...gaps.map((face) => toPiece('gap', face, land.sidesOf(face.rings)))
	];
}

async function cutAlongShared(tx: Queryable, land: Land, faces: Face[]): Promise<Face[]> {
	const shared = [...land.sharedBordersIn(faces)];
	if (shared.length === 0) return faces;
	const outlines = faces.flatMap(({ rings }) =>
		rings.map((ring) => Float64Array.from(ring.flat()))
	);
	const overlaps: Face[] = [];
	for await (const face of cutIntoFaces(tx, [...outlines, ...shared])) {
		if (land.openEdges.depthAt(...face.inside) > 1) overlaps.push(face);
	}
	return overlaps;
}

function toPiece(kind: Piece['kind'], face: Face, units: number[]): Piece {
	const { rings, inside, areaM2 } = face;
	return { kind, units, rings, inside, areaM2 };
}
