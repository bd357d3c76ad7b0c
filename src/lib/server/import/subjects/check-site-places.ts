import { sql } from 'drizzle-orm';
import { rowsOf } from '../../db/database.ts';
import type { FileRun } from '../file-run.ts';
import type { RecordPlace } from '../tables/read-records.ts';

/** A site with coordinates, and the commune that its row names. */
export interface PlacedSite {
	unitId: number;
	lon: number;
	lat: number;
	/** Where its longitude stands in the file. */
	at: RecordPlace;
}

/** A site this far outside of its commune is refused; a nearer one may stand on a border that is drawn coarsely. */
const TOLERANCE_M = 2000;

interface Misplaced {
	ordinal: number;
	own: string;
	/** Distance from the commune; null where these are no coordinates of the earth. */
	metres: number | null;
	/** The commune that it lies in, of those valid with its own; null outside of all. */
	holder: string | null;
	/** Whether it lies in its commune once longitude and latitude change places. */
	swapped: boolean;
}

/** Notes sites whose coordinates lie outside of the commune that their row names, with the one that they lie in. */
export async function checkSitePlaces(run: FileRun, sites: readonly PlacedSite[]): Promise<void> {
	if (sites.length === 0) return;
	const placed = JSON.stringify(sites.map((site, ordinal) => ({ ordinal, ...site })));
	const misplaced = await rowsOf<Misplaced>(
		run.tx,
		sql`
			with placed as (
				select ordinal, "unitId" as unit_id,
					case when abs(lon) <= 180 and abs(lat) <= 90 then ST_SetSRID(ST_MakePoint(lon, lat), 4326) end as point,
					case when abs(lon) <= 90 and abs(lat) <= 180 then ST_SetSRID(ST_MakePoint(lat, lon), 4326) end as other
				from jsonb_to_recordset(${placed}::jsonb) as p(ordinal int, "unitId" int, lon float8, lat float8)
			)
			select ordinal, concat_ws(' ', own.kind, own.name) as own,
				ST_Distance(own.geom::geography, point::geography) as metres,
				(
					select concat_ws(' ', unit.kind, unit.name) from unit
					where unit.level = own.level and ST_Covers(unit.geom, point)
						and unit.valid_from <= own.valid_from
						and (unit.valid_to is null or unit.valid_to >= own.valid_from)
					limit 1
				) as holder,
				coalesce(ST_Covers(own.geom, other), false) as swapped
			from placed join unit own on own.id = unit_id
			where not coalesce(ST_Covers(own.geom, point), false)
			order by ordinal`
	);
	for (const { ordinal, own, metres, holder, swapped } of misplaced) {
		const site = sites[ordinal];
		if (!site) continue;
		const place = { ...site.at, value: `${site.lon} ${site.lat}`, unit: own };
		if (swapped) run.problems.error('site-swapped', place);
		else if (metres === null) run.problems.error('site-off-earth', place);
		else {
			const km = Math.round(metres / 100) / 10;
			const detail = { km, ...(holder === null ? {} : { found: holder }) };
			if (metres > TOLERANCE_M) run.problems.error('site-elsewhere', { ...place, detail });
			else run.problems.warn('site-elsewhere', { ...place, detail });
		}
	}
}
