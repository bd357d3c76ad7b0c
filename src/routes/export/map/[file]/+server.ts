import { error } from '@sveltejs/kit';
import { toMonthText } from '#lib/domain/period.ts';
import { atlasSheets } from '#lib/server/export/atlas.ts';
import { getTopology } from '#lib/server/export/ground.ts';
import { viewGeojson } from '#lib/server/export/view-geojson.ts';
import { viewOnPaper } from '#lib/server/export/view-sheet.ts';
import { attachment } from '#lib/server/http/attachment.ts';
import { readPaper } from '#lib/server/http/paper-request.ts';
import { readSheetForm } from '#lib/server/http/sheet-request.ts';
import { fontFaces } from '#lib/server/sheet/fonts.ts';
import { mapSheet } from '#lib/server/sheet/map-sheet.ts';
import { sheetsPdf } from '#lib/server/sheet/sheet-pdf.ts';
import { sheetPng } from '#lib/server/sheet/sheet-png.ts';
import { sheetSvg } from '#lib/server/sheet/sheet-svg.ts';
import type { RequestHandler } from './$types';

/**
 * The view in an address: as a map sheet, `sheet.svg`, `sheet.pdf` or `sheet.png`, as the first page of its atlas,
 * `page.svg`, or as `view.geojson`.
 */
export const GET: RequestHandler = async ({ params, url }) => {
	const view = await readPaper(url);
	const { db, province, frame, month } = view;
	const name = `ban-do-${toMonthText(month)}`;
	if (params.file === 'view.geojson') {
		const body = JSON.stringify(viewGeojson(view, await getTopology(db, province, frame)));
		return attachment(Buffer.from(body), `${name}.geojson`, 'application/geo+json');
	}
	if (params.file === 'page.svg') {
		const [first] = atlasSheets(view, province.historyOf(view.track));
		if (!first) error(404, 'page-unknown');
		return attachment(Buffer.from(sheetSvg(first, fontFaces())), `${name}.svg`, 'image/svg+xml');
	}
	const form = readSheetForm(url);
	const sheet = mapSheet(viewOnPaper(view), form);
	switch (params.file) {
		case 'sheet.svg':
			return attachment(Buffer.from(sheetSvg(sheet, fontFaces())), `${name}.svg`, 'image/svg+xml');
		case 'sheet.pdf':
			return attachment(await sheetsPdf([sheet]), `${name}.pdf`, 'application/pdf');
		case 'sheet.png':
			return attachment(await sheetPng(sheet, form.scale), `${name}.png`, 'image/png');
		default:
			error(404, 'file-unknown');
	}
};
