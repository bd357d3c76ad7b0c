import type { EvidenceLayer } from '#lib/domain/evidence/classes.ts';
import { setImmediate } from 'node:timers/promises';
import type { ClassMatrix } from '#lib/domain/class-matrix.ts';
import { layerMatrix, type MatrixScope } from '#lib/domain/frame-matrices.ts';
import type { Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';
import { getNeighbours } from './neighbours.ts';

/** A layer of a frame for all its months; the server answers others between one month and the next. */
export function getLayerMatrix(
	db: Queryable,
	province: Province,
	scope: MatrixScope,
	track: string,
	layer: EvidenceLayer
): Promise<ClassMatrix> {
	const { frame, last, all } = scope;
	return province.once(`layer ${layer} ${frame.from} ${last} ${all} ${track}`, async () => {
		const around = await province.once(`neighbours ${frame.from}`, () => getNeighbours(db, frame));
		let matrix: ClassMatrix | undefined;
		for (matrix of layerMatrix(
			province.history,
			scope,
			track,
			layer,
			(id) => around.get(id) ?? []
		)) {
			await setImmediate();
		}
		if (!matrix) throw new Error('The frame has no months.');
		return matrix;
	});
}
