import { frameMonths } from '#lib/domain/history.ts';
import { listZonesFor } from '#lib/domain/setup/zones.ts';
import { frameDocuments } from '#lib/domain/succession.ts';
import { vietnamDate } from '#lib/domain/today.ts';
import type { Frame } from '#lib/domain/unit.ts';
import { formerFrame } from '#lib/view/former-frame.ts';
import { localName } from '#lib/view/local-name.ts';
import type { AtlasView } from '../export/atlas.ts';
import { getBaseMapOnGround } from '../export/base-map.ts';
import { getGround } from '../export/ground.ts';
import { getProvinceSetup } from '../province.ts';
import type { RequestContext } from './request-context.ts';
import { readView, type RequestedView } from './view-request.ts';

/** Reads a view that is to be drawn on paper, with all that a sheet or an atlas says of itself. */
export async function readPaper(
	context: RequestContext,
	url: URL
): Promise<RequestedView & AtlasView> {
	const view = await readView(context, url);
	const { db, province, frame, track, copy, params } = view;
	const { history } = province;
	const ground = await getGround(db, province, frame);
	const former = formerFrameOf(view);
	const known = province.tracks.find(({ code }) => code === track);
	const { provinceName, demonstration, dataVersion } = province.state;
	return {
		...view,
		ground,
		former: former && (await getGround(db, province, former, ground.middle)),
		frameDocuments: frameDocuments(history.lineage, frame),
		baseMap: params.baseMap
			? await getBaseMapOnGround(db, province, frame, ground, context.dataDir)
			: undefined,
		zone: zoneOf((await getProvinceSetup(db, province)).province?.crs ?? null, ground.middle[0]),
		calendar: history.calendar,
		leading: province.leadingIndicator(track) ?? null,
		trackName: known ? localName(known) : track,
		provinceName,
		demonstration,
		dataVersion,
		sources: province.sources,
		forPublic: copy !== undefined,
		today: vietnamDate(new Date())
	};
}

/** The boundaries of the former communes that a view paints in their own shapes. */
function formerFrameOf({
	params,
	province,
	frame,
	source,
	month,
	last
}: RequestedView): Frame | undefined {
	if (params.theme !== 'status' || params.shapes !== 'former') return undefined;
	const { frames, calendar } = province.history;
	const dated = frames.map((each) => ({
		from: each.from,
		months: frameMonths(each, last, calendar),
		frame: each
	}));
	const shown = dated.find(({ from }) => from === frame.from);
	return shown && formerFrame(dated, shown, source.units, month)?.frame;
}

function zoneOf(crs: string | null, longitude: number) {
	const [zone] = listZonesFor(crs, longitude);
	return zone && { name: zone.name, meridian: zone.meridian };
}
