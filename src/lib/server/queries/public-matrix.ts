import type { ClassMatrix } from '#lib/domain/class-matrix.ts';
import { publicMatrix, type PublicClasses } from '#lib/domain/disclosure/public-classes.ts';
import type { PublicCopy } from '#lib/domain/disclosure/public-copy.ts';
import type { TrendScope } from '#lib/domain/frame-matrices.ts';
import type { Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';
import { getNeighbours } from './neighbours.ts';

/** Classes of a frame in some of its months, as the public may have them. */
export async function getPublicMatrix(
	db: Queryable,
	province: Province,
	copy: PublicCopy,
	{ scope, ...asked }: { scope: Omit<TrendScope, 'track'> } & Omit<PublicClasses, 'around'>
): Promise<ClassMatrix> {
	const { frame } = scope;
	const around =
		asked.layer === 'cluster'
			? await province.once(`neighbours ${frame.from}`, () => getNeighbours(db, frame))
			: new Map<number, number[]>();
	return publicMatrix(province.history, copy, scope, { ...asked, around });
}
