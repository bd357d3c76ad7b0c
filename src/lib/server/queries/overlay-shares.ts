import { sql } from 'drizzle-orm';
import type { OverlayShare } from '#lib/domain/overlay-succession.ts';
import { addDays, type IsoDate } from '#lib/domain/period.ts';
import { rowOf, rowsOf, type Queryable } from '../db/database.ts';

/** Overlays are computed on a grid of 0.1 mm, where snapping makes them robust. */
const GRID_DEGREES = 1e-9;

/**
 * How much of each commune that ended the day before a change lies in each that began with it, by overlay.
 *
 * @param date first day of the new boundaries
 * @throws Error when a geometry could not be computed, which the embedded build would not say
 */
export async function listOverlayShares(db: Queryable, date: IsoDate): Promise<OverlayShare[]> {
	const eve = addDays(date, -1);
	return db.transaction(async (tx) => {
		await tx.execute(sql`
			create temp table overlay_pair on commit drop as
			select o.id as from_id, n.id as to_id, o.geom as old, n.geom as new, o.area_km2 * 1e6 as area_m2
			from unit o join unit n on o.geom && n.geom
			where o.level = 'commune' and n.level = 'commune'
				and o.valid_to = ${eve}::date and n.valid_from = ${date}::date`);
		await tx.execute(sql`
			create temp table overlay_share on commit drop as
			select from_id, to_id, area_m2,
				case when ST_Relate(old, new, '2********')
					then ST_Area(ST_Intersection(old, new, ${GRID_DEGREES}::float8)::geography) else 0 end as shared_m2
			from overlay_pair`);
		const { missing } = await rowOf<{ missing: number }>(
			tx,
			sql`select (select count(*) from overlay_pair)::int - (select count(*) from overlay_share)::int as missing`
		);
		if (missing !== 0) throw new Error(`${missing} overlays could not be computed.`);
		return rowsOf<OverlayShare>(
			tx,
			sql`select from_id as "fromUnitId", to_id as "toUnitId", shared_m2 as "areaM2",
					shared_m2 / area_m2 as "areaShare"
				from overlay_share where shared_m2 > 0 order by from_id, shared_m2 desc`
		);
	});
}
