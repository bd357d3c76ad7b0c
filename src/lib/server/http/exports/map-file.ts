import { error } from '@sveltejs/kit';
import { toMonthText } from '#lib/domain/period.ts';
import { atlasSheets } from '../../export/atlas.ts';
import { getTopology } from '../../export/ground.ts';
import { viewGeojson } from '../../export/view-geojson.ts';
import { viewOnPaper } from '../../export/view-sheet.ts';
import { fontFaces } from '../../sheet/fonts.ts';
import { mapSheet } from '../../sheet/map-sheet.ts';
import { sheetsPdf } from '../../sheet/sheet-pdf.ts';
import { sheetPng } from '../../sheet/sheet-png.ts';
import { sheetSvg } from '../../sheet/sheet-svg.ts';
import { readPaper } from '../paper-request.ts';
import type { RequestContext } from '../request-context.ts';
import { readSheetForm } from '../sheet-request.ts';
import type { ExportedFile } from './exported-file.ts';
import { PDF, PNG, SVG } from './media-types.ts';

/**
 * The view in an address: as a map sheet, `sheet.svg`, `sheet.pdf` or `sheet.png`, as the first page of its atlas,
 * `page.svg`, or as `view.geojson`.
 */
export async function mapFile(
	context: RequestContext,
	url: URL,
	file: string | undefined
): Promise<ExportedFile> {
	const view = await readPaper(context, url);
	const { db, province, frame, month } = view;
	const name = `ban-do-${toMonthText(month)}`;
	if (file === 'view.geojson') {
		const body = JSON.stringify(viewGeojson(view, await getTopology(db, province, frame)));
		return { body, name: `${name}.geojson`, type: 'application/geo+json' };
	}
	if (file === 'page.svg') {
		const [first] = atlasSheets(view, province.historyOf(view.track));
		if (!first) error(404, 'page-unknown');
		return { body: sheetSvg(first, fontFaces()), name: `${name}.svg`, type: SVG };
	}
	const form = readSheetForm(url);
	const sheet = mapSheet(viewOnPaper(view), form);
	switch (file) {
		case 'sheet.svg':
			return { body: sheetSvg(sheet, fontFaces()), name: `${name}.svg`, type: SVG };
		case 'sheet.pdf':
			return { body: await sheetsPdf([sheet]), name: `${name}.pdf`, type: PDF };
		case 'sheet.png':
			return { body: await sheetPng(sheet, form.scale), name: `${name}.png`, type: PNG };
		default:
			error(404, 'file-unknown');
	}
}
