import type { Frame } from '#lib/domain/unit.ts';
import type { Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';
import { findBaseMap } from '../base-map/base-map-file.ts';
import { readBaseMapShapes } from '../base-map/base-map-shapes.ts';
import { planeAround, type Ground } from '../sheet/project.ts';
import { getTopology } from './ground.ts';
import type { ViewOnPaper } from './view-sheet.ts';

/**
 * The province's base map on the plane of a frame's boundaries; undefined where there is none that can be read.
 *
 * @param dataDir whose folder `base` holds the file
 */
export async function getBaseMapOnGround(
	db: Queryable,
	province: Province,
	frame: Frame,
	{ middle }: Ground,
	dataDir: string
): Promise<ViewOnPaper['baseMap']> {
	const found = await findBaseMap(dataDir, province.state.demonstration);
	if (found.is !== 'found') return undefined;
	const { path, told } = found.file;
	return province.once(`base map ${told.url} ${frame.from} ${String(middle)}`, async () => {
		const { bbox } = await getTopology(db, province, frame);
		const [west = 0, south = 0, east = 0, north = 0] = bbox ?? [];
		const extent: [number, number, number, number] = [west, south, east, north];
		const { relief, rivers, roads } = await readBaseMapShapes(path, extent);
		const project = planeAround(middle);
		const onGround = (line: [number, number][]) => line.map(project);
		return {
			shapes: {
				relief: relief.map((rings) => rings.map(onGround)),
				rivers: rivers.map(onGround),
				roads: roads.map(onGround)
			},
			attribution: told.attribution
		};
	});
}
