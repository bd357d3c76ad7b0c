import type { ClassMatrix } from '#lib/domain/class-matrix.ts';
import type { EvidenceLayer } from '#lib/domain/evidence/classes.ts';
import type { MatrixScope } from '#lib/domain/reading.ts';
import type { Month } from '#lib/domain/period.ts';
import type { Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';
import { getNeighbours } from './neighbours.ts';

/** A layer of a frame in some of its months. */
export function getLayerMatrix(
	db: Queryable,
	province: Province,
	scope: MatrixScope,
	{
		track,
		layer,
		months
	}: { track: string; layer: EvidenceLayer; months: { from: Month; to: Month } }
): Promise<ClassMatrix> {
	const { frame, last, all } = scope;
	const key = `layer ${layer} ${frame.from} ${last} ${all} ${track} ${months.from} ${months.to}`;
	return province.once(key, async () => {
		const around = await province.once(`neighbours ${frame.from}`, () => getNeighbours(db, frame));
		return province.evidence.ask('layerMatrix', { ...scope, track }, layer, months, around);
	});
}
