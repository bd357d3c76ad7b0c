import { sql } from 'drizzle-orm';
import type { IndicatorRules } from '#lib/domain/indicator.ts';
import { rowsOf, type Queryable } from '../db/database.ts';

export interface Track {
	code: string;
	nameVi: string;
	nameEn: string;
	/** Code of the indicator that its trend is made of; null for a track without one. */
	leading: string | null;
}

/** Tracks with events first, since those are what there is to see. */
export async function listTracks(db: Queryable): Promise<Track[]> {
	return rowsOf<Track>(
		db,
		sql`select code, name_vi as "nameVi", name_en as "nameEn", leading_indicator as leading from track
			order by exists (select from status_event e where e.track_code = track.code) desc,
				position, code`
	);
}

export async function listIndicators(db: Queryable): Promise<IndicatorRules[]> {
	return rowsOf<IndicatorRules>(
		db,
		sql`select code, name_vi as "nameVi", name_en as "nameEn", unit_vi as "unitVi", unit_en as "unitEn",
				aggregation, periodicity, better, due_days as "dueDays",
				numerator_code as numerator, denominator_code as denominator
			from indicator order by position, code`
	);
}
