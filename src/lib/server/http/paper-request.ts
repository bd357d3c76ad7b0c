import { localName } from '#lib/view/local-name.ts';
import { vietnamDate } from '#lib/domain/today.ts';
import type { AtlasView } from '../export/atlas.ts';
import { getGround } from '../export/ground.ts';
import { readView, type RequestedView } from './view-request.ts';

/** Reads a view that is to be drawn on paper, with all that a sheet or an atlas says of itself. */
export async function readPaper(url: URL): Promise<RequestedView & AtlasView> {
	const view = await readView(url);
	const { db, province, frame, track, copy } = view;
	const known = province.tracks.find(({ code }) => code === track);
	const { provinceName, demonstration, dataVersion } = province.state;
	return {
		...view,
		ground: await getGround(db, province, frame),
		calendar: province.history.calendar,
		leading: province.leadingIndicator(track) ?? null,
		trackName: known ? localName(known) : track,
		...{ provinceName, demonstration, dataVersion, sources: province.sources },
		forPublic: copy !== undefined,
		today: vietnamDate(new Date())
	};
}
