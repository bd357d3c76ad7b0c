import { sql } from 'drizzle-orm';
import { frameMonths } from '#lib/domain/history.ts';
import type { Month } from '#lib/domain/period.ts';
import type { Overview } from '#lib/view/wire.ts';
import { rowsOf, type Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';
import { getFrameBoundaries } from './boundaries.ts';

/** What the page needs before it shows anything. */
export async function getOverview(
	db: Queryable,
	province: Province,
	track: string,
	lastMonth: Month,
	readOnly: boolean
): Promise<Overview> {
	const { history, state } = province;
	const frames = [];
	for (const frame of history.frames) {
		const { contentHash } = await getFrameBoundaries(db, frame);
		frames.push({
			from: frame.from,
			to: frame.to,
			units: frame.unitIds.length,
			months: frameMonths(frame, lastMonth),
			boundariesUrl: `/api/boundaries/${frame.from}/${contentHash}.json`
		});
	}
	return {
		dataVersion: state.dataVersion,
		demonstration: state.demonstration,
		provinceName: state.provinceName,
		lastReported: history.dataMonths?.to ?? null,
		lastMonth,
		frames,
		tracks: province.tracks,
		track,
		headlines: province.headlines(track, lastMonth),
		extent: await province.extent(() => getExtent(db)),
		readOnly,
		sources: province.sources.map(({ fileName, importedAt, demonstration }) => ({
			fileName,
			importedAt,
			demonstration
		}))
	};
}

async function getExtent(db: Queryable): Promise<[number, number, number, number] | null> {
	const [row] = await rowsOf<{ west: number; south: number; east: number; north: number }>(
		db,
		sql`select ST_XMin(box) as west, ST_YMin(box) as south, ST_XMax(box) as east, ST_YMax(box) as north
			from (select ST_Extent(geom) as box from unit where level = 'commune') extent where box is not null`
	);
	return row ? [row.west, row.south, row.east, row.north] : null;
}
