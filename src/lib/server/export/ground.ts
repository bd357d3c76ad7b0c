import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Topology } from 'topojson-specification';
import type { Frame } from '#lib/domain/unit.ts';
import type { Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';
import { getFrameBoundaries } from '../queries/boundaries.ts';
import { projectBoundaries, type Ground } from '../sheet/project.ts';

const unpack = promisify(gunzip);

/** A frame's boundaries in degrees, as the screen draws them. */
export async function getTopology(
	db: Queryable,
	province: Province,
	frame: Frame
): Promise<Topology> {
	const { body } = await province.once(`boundaries ${frame.from}`, () =>
		getFrameBoundaries(db, frame)
	);
	return JSON.parse((await unpack(body)).toString()) as Topology;
}

/**
 * A frame's boundaries on the ground; projected once for each version of the data.
 *
 * @param around middle of the plane, where it is that of other boundaries
 */
export function getGround(
	db: Queryable,
	province: Province,
	frame: Frame,
	around?: Ground['middle']
): Promise<Ground> {
	return province.once(`ground ${frame.from} ${String(around)}`, async () => {
		const topology = await getTopology(db, province, frame);
		const { units } = province.history;
		const labels = new Map(
			frame.unitIds.flatMap((id) => {
				const unit = units.get(id);
				return unit ? [[id, unit.label] as const] : [];
			})
		);
		return projectBoundaries(topology, labels, around);
	});
}
