import { sql } from 'drizzle-orm';
import { rowOf, rowsOf, type Queryable } from '../../db/database.ts';
import type { FileRun } from '../file-run.ts';
import type { BoundaryRequest } from './boundary-request.ts';
import type { ReadFile } from './read-boundaries.ts';
import { suggestCrs } from './suggest-crs.ts';

/** Between geographic reference systems, places move by less than this many degrees. */
const SHIFT_DEGREES = 1;

/**
 * Brings `staged_boundary` into WGS 84, from the system that the user names, else the file, else none.
 *
 * @param asked reference system such as EPSG:9205, and whether the file's axes are to be exchanged
 * @throws FileRefused when coordinates do not fit the system
 */
export async function reproject(
	run: FileRun,
	{ crs: asked, swapAxes }: Pick<BoundaryRequest, 'crs' | 'swapAxes'>,
	file: ReadFile
): Promise<void> {
	if (swapAxes) await exchangeAxes(run.tx);
	const named = asked ?? file.crs ?? 'EPSG:4326';
	// A file may define its system instead of naming it; a person names it.
	const crs = isDefinition(file.crs) && asked === undefined ? named : named.toUpperCase();
	if (!/^EPSG:\d+$/.test(crs) && !isDefinition(crs)) {
		run.problems.stop('crs-unknown', { value: named });
	}
	if (file.extent.isNorthingFirst()) {
		if (crs === 'EPSG:4326') run.crsCandidates = await suggestCrs(run.tx, file.extent.swapped());
		run.problems.stop('axes-swapped', { value: String(Math.round(file.extent.west)) });
	}
	if (isDefinition(crs) && isVietnameseOnWgs84(crs)) run.problems.warn('crs-from-projection');
	if (crs === 'EPSG:4326') await refuseOtherUnits(run, file);
	else await transform(run, crs, file);
}

function isDefinition(crs: string | undefined): boolean {
	return crs !== undefined && /^\s*(PROJ|GEOG|BOUND)[A-Z]*\[/.test(crs);
}

/** VN-2000's projections (scale 0.9999 or 0.9996) on WGS 84: what programs write that do not know VN-2000. */
function isVietnameseOnWgs84(definition: string): boolean {
	return (
		/Transverse[ _]Mercator/i.test(definition) &&
		/0\.9999|0\.9996/.test(definition) &&
		/World Geodetic System 1984|WGS[ _]?(19)?84/i.test(definition)
	);
}

async function exchangeAxes(tx: Queryable): Promise<void> {
	await tx.execute(sql`update staged_boundary set geom = ST_FlipCoordinates(geom)`);
	await tx.execute(sql`update staged_boundary set area_m2 = ST_Area(geom::geography)
		where ST_XMin(geom) >= -180 and ST_XMax(geom) <= 180 and ST_YMin(geom) >= -90 and ST_YMax(geom) <= 90`);
}

async function refuseOtherUnits(run: FileRun, { extent }: ReadFile): Promise<void> {
	const { problems } = run;
	if (extent.isSwapped()) problems.stop('looks-swapped');
	if (!extent.isGeographic()) {
		// Single features with swapped axes were named already.
		problems.refuseIfWrong();
		run.crsCandidates = await suggestCrs(run.tx, extent);
		const [likeliest] = run.crsCandidates;
		problems.stop('looks-projected', {
			value: `${Math.round(extent.west)}, ${Math.round(extent.south)}`,
			...(likeliest ? { detail: { near: `${likeliest.code} (${likeliest.name})` } } : {})
		});
	}
}

async function transform(run: FileRun, crs: string, { extent }: ReadFile): Promise<void> {
	const { tx, problems } = run;
	try {
		await tx.execute(sql`
			update staged_boundary
			set geom = ST_Transform(ST_SetSRID(geom, 0), ${crs}, 4326)`);
		await tx.execute(sql`update staged_boundary set area_m2 = ST_Area(geom::geography)`);
	} catch (error) {
		const { message } = (error as Error).cause as Error;
		problems.stop('transform-failed', { value: crs, detail: { reason: message } });
	}
	// Where the transformation yields nothing usable, coordinates stay metres or turn infinite.
	const [outside] = await rowsOf<{ unit: string }>(
		tx,
		sql`select code || ' ' || name as unit from staged_boundary
			where not (ST_XMin(geom) >= -180 and ST_XMax(geom) <= 180 and ST_YMin(geom) >= -90 and ST_YMax(geom) <= 90)
			limit 1`
	);
	if (outside) problems.stop('transform-failed', { value: crs, unit: outside.unit });
	// Degrees interpreted as metres lie within a few metres of the system's origin.
	const { west } = await rowOf<{ west: number | null }>(
		tx,
		sql`select ST_XMin(ST_Extent(geom)) as west from staged_boundary`
	);
	if (extent.isGeographic() && west !== null && Math.abs(west - extent.west) > SHIFT_DEGREES) {
		problems.stop('transform-failed', {
			value: crs,
			detail: { reason: `${extent.west}, ${extent.south} …` }
		});
	}
}
