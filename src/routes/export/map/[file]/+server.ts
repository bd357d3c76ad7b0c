import { error } from '@sveltejs/kit';
import { toMonthText } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { atlasSheets } from '#lib/server/export/atlas.ts';
import { getGround, getTopology } from '#lib/server/export/ground.ts';
import { viewGeojson } from '#lib/server/export/view-geojson.ts';
import { viewOnPaper } from '#lib/server/export/view-sheet.ts';
import { attachment, streamed } from '#lib/server/http/attachment.ts';
import { readSheetForm } from '#lib/server/http/sheet-request.ts';
import { readView } from '#lib/server/http/view-request.ts';
import { fontFaces } from '#lib/server/sheet/fonts.ts';
import { mapSheet } from '#lib/server/sheet/map-sheet.ts';
import { sheetsPdf, streamPdf } from '#lib/server/sheet/sheet-pdf.ts';
import { sheetPng } from '#lib/server/sheet/sheet-png.ts';
import { sheetSvg } from '#lib/server/sheet/sheet-svg.ts';
import type { RequestHandler } from './$types';

/** The view in an address: as a map sheet, `sheet.svg`, `sheet.pdf` or `sheet.png`, or as `view.geojson`, or a page for each commune, `atlas.pdf`. */
export const GET: RequestHandler = async ({ params, url }) => {
	const view = await readView(url);
	const { db, province, frame, month, track } = view;
	const form = readSheetForm(url);
	const known = province.tracks.find(({ code }) => code === track);
	const { state, sources } = province;
	const onPaper = {
		...view,
		ground: await getGround(db, province, frame),
		trackName: (getLocale() === 'vi' ? known?.nameVi : known?.nameEn) ?? track,
		...{ provinceName: state.provinceName, demonstration: state.demonstration },
		...{ dataVersion: state.dataVersion, sources },
		today: new Date().toISOString().slice(0, 10)
	};
	if (params.file === 'atlas.pdf') {
		const pages = atlasSheets(onPaper, province.history);
		return streamed(streamPdf(pages, m.atlas_title()), `tap-ban-do-${toMonthText(month)}.pdf`);
	}
	const sheet = mapSheet(viewOnPaper(onPaper), form);
	const name = `ban-do-${toMonthText(month)}`;
	switch (params.file) {
		case 'sheet.svg':
			return attachment(Buffer.from(sheetSvg(sheet, fontFaces())), `${name}.svg`, 'image/svg+xml');
		case 'sheet.pdf':
			return attachment(await sheetsPdf([sheet]), `${name}.pdf`, 'application/pdf');
		case 'sheet.png':
			return attachment(await sheetPng(sheet, form.scale), `${name}.png`, 'image/png');
		case 'view.geojson': {
			const body = JSON.stringify(viewGeojson(view, await getTopology(db, province, frame)));
			return attachment(Buffer.from(body), `${name}.geojson`, 'application/geo+json');
		}
		default:
			error(404, 'file-unknown');
	}
};
