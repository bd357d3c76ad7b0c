import { TREND_BASES, TREND_QUESTIONS } from '#lib/domain/evidence/classes.ts';
import type { TrendAsked } from '#lib/domain/evidence/trend.ts';
import type { Month } from '#lib/domain/period.ts';
import type { Queryable } from '../db/database.ts';
import { chooseTrack, currentMonth, getProvince, type Province } from '../province.ts';
import { reaching } from './request.ts';

/** What an answer about the province is computed from. */
export interface ProvinceRequest {
	db: Queryable;
	province: Province;
	track: string;
	/** What trends are compared with. */
	asked: TrendAsked;
	last: Month;
	/** The reading on a frame's boundaries: all months, not only its own. */
	all: boolean;
}

/** Reads the parameters that most addresses share: `track`, `base` and `against`. */
export async function provinceRequest(db: Queryable, url: URL): Promise<ProvinceRequest> {
	const province = await reaching(getProvince(db));
	const { searchParams } = url;
	return {
		db,
		province,
		track: chooseTrack(province, searchParams.get('track')),
		asked: {
			base: TREND_BASES.find((base) => base === searchParams.get('base')) ?? 'same-period',
			question:
				TREND_QUESTIONS.find((question) => question === searchParams.get('against')) ?? 'own'
		},
		last: currentMonth(province.history.calendar),
		all: searchParams.get('all') === '1'
	};
}

/** Whether a file is asked for the public, `public=1`: without small counts. */
export function isForPublic({ searchParams }: URL): boolean {
	return searchParams.get('public') === '1';
}
