import { toMonthText } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { atlasRows, atlasSheets } from '../../export/atlas.ts';
import { streamPdf } from '../../sheet/sheet-pdf.ts';
import { readPaper } from '../paper-request.ts';
import type { RequestContext } from '../request-context.ts';
import type { ExportedFile } from './exported-file.ts';
import { PDF } from './media-types.ts';

/** The view in an address as an atlas, a page for each commune. The same view of the same data gives the same bytes. */
export async function atlasFile(context: RequestContext, url: URL): Promise<ExportedFile> {
	const view = await readPaper(context, url);
	const sheets = atlasSheets(view, view.province.historyOf(view.track));
	return {
		name: `tap-ban-do-${toMonthText(view.month)}.pdf`,
		type: PDF,
		pages: atlasRows(view).length,
		parts: streamPdf(sheets, m.atlas_title(), new Date(view.today))
	};
}
