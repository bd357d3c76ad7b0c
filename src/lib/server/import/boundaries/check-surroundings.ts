import { sql } from 'drizzle-orm';
import type { Position } from '#lib/domain/place.ts';
import type { Level } from '#lib/domain/unit.ts';
import { rowOf } from '../../db/database.ts';
import type { FileRun } from '../file-run.ts';
import { centreOf, type StagedShape } from './staged-shapes.ts';

/** Around the units already there, this many degrees (about 50 km) still count as surroundings. */
const SURROUNDINGS_DEGREES = 0.5;
/** Tukey's far outliers: so many interquartile ranges beyond the quartiles. */
const FAR_OUTLIER = 3;

/** A stretch of longitudes or latitudes. */
type Range = readonly [from: number, to: number];

/**
 * Units that lie elsewhere than the rest: away from those already loaded, or, in a first file, far outliers by
 * Tukey's rule.
 *
 * @param isPlaced whether the place of a code is known, and thus checked better than so
 */
export async function checkSurroundings(
	run: FileRun,
	level: Level,
	shapes: readonly StagedShape[],
	isPlaced: (code: string) => boolean
): Promise<void> {
	const unplaced = shapes.filter(({ code }) => !isPlaced(code));
	if (unplaced.length === 0) return;
	const centres = shapes.map(centreOf);
	const [lons, lats] = (await boxOfLoaded(run, level)) ?? [
		usualRange(centres.map(([lon]) => lon)),
		usualRange(centres.map(([, lat]) => lat))
	];
	const isIn = (value: number, [from, to]: Range) => value >= from && value <= to;
	for (const shape of unplaced) {
		const [lon, lat] = centreOf(shape);
		if (isIn(lon, lons) && isIn(lat, lats)) continue;
		run.problems.warn('outside-surroundings', {
			row: shape.ordinal,
			unit: `${shape.code} ${shape.bareName}`,
			position: [lon, lat]
		});
	}
}

/** Where the units of other files lie, with some room around; undefined of none. */
async function boxOfLoaded(run: FileRun, level: Level): Promise<[Range, Range] | undefined> {
	const box = await rowOf<Record<'west' | 'south' | 'east' | 'north', number | null>>(
		run.tx,
		sql`select ST_XMin(box) as west, ST_YMin(box) as south, ST_XMax(box) as east, ST_YMax(box) as north
			from (select ST_Extent(geom) as box from unit
				where level = ${level} and source_id <> ${run.sourceId}) loaded`
	);
	const { west, south, east, north } = box;
	if (west === null || south === null || east === null || north === null) return undefined;
	return [
		[west - SURROUNDINGS_DEGREES, east + SURROUNDINGS_DEGREES],
		[south - SURROUNDINGS_DEGREES, north + SURROUNDINGS_DEGREES]
	];
}

function usualRange(values: readonly Position[0][]): Range {
	const ordered = [...values].sort((one, other) => one - other);
	const [low, high] = [quantile(ordered, 0.25), quantile(ordered, 0.75)];
	const room = FAR_OUTLIER * (high - low);
	return [low - room, high + room];
}

/** Quantile of ordered values, between the two nearest where it falls between them. */
function quantile(ordered: readonly number[], share: number): number {
	const at = share * (ordered.length - 1);
	const below = ordered[Math.floor(at)] ?? 0;
	const above = ordered[Math.ceil(at)] ?? 0;
	return below + (above - below) * (at - Math.floor(at));
}
