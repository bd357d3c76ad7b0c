import { sql } from 'drizzle-orm';
import type { Indicator } from '#lib/domain/indicator.ts';
import { rowsOf, type Queryable } from '../db/database.ts';

export interface Track {
	code: string;
	nameVi: string;
	nameEn: string;
}

/** Tracks with events first, since those are what there is to see. */
export async function listTracks(db: Queryable): Promise<Track[]> {
	return rowsOf<Track>(
		db,
		sql`select code, name_vi as "nameVi", name_en as "nameEn" from track
			order by exists (select from status_event e where e.track_code = track.code) desc,
				position, code`
	);
}

export async function listIndicators(db: Queryable): Promise<Indicator[]> {
	return rowsOf<Indicator>(
		db,
		sql`select code, name_vi as "nameVi", name_en as "nameEn", unit_vi as "unitVi", unit_en as "unitEn",
				aggregation, periodicity, better
			from indicator order by position, code`
	);
}
