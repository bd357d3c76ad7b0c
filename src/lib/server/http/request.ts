import { TREND_BASES, TREND_QUESTIONS } from '#lib/domain/evidence/classes.ts';
import type { TrendAsked } from '#lib/domain/evidence/trend.ts';
import { error } from '@sveltejs/kit';
import type { Frame } from '#lib/domain/unit.ts';
import type { Month } from '#lib/domain/period.ts';
import { DISK_FULL } from '#lib/view/data-wire.ts';
import { isDiskFull } from '../db/is-disk-full.ts';
import { LoadingElsewhere } from '../import/lock-loads.ts';
import { isLost } from '../db/is-lost.ts';
import type { Queryable } from '../db/database.ts';
import {
	chooseTrack,
	currentMonth,
	findFrameFrom,
	getProvince,
	type Province
} from '../province.ts';
import { openedDatabase } from '../runtime.ts';

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
export async function readProvinceRequest(url: URL): Promise<ProvinceRequest> {
	const { db } = openedDatabase();
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

/** A frame by its first day, or 404. */
export function requireFrame(province: Province, from: string): Frame {
	const frame = findFrameFrom(province, from);
	if (!frame) error(404, 'frame-unknown');
	return frame;
}

/**
 * Turns the loss of the database server into 503, a full disk into 507 and a load elsewhere that does not end into 423,
 * so that a page can say so.
 */
export async function reaching<T>(answer: Promise<T>): Promise<T> {
	try {
		return await answer;
	} catch (cause) {
		if (isLost(cause)) error(503, 'database-lost');
		if (isDiskFull(cause)) error(507, DISK_FULL);
		if (cause instanceof LoadingElsewhere) error(423, 'loading-elsewhere');
		throw cause;
	}
}

/** Cached for good when the address names the data's version; else asked for anew each time. */
export function versionedJson(url: URL, province: Province, body: unknown): Response {
	const current = url.searchParams.get('v') === String(province.state.dataVersion);
	return Response.json(body, {
		headers: { 'cache-control': current ? 'private, max-age=31536000, immutable' : 'no-store' }
	});
}
