import { error } from '@sveltejs/kit';
import { toMonthText } from '#lib/domain/period.ts';
import type { ReportData } from '#lib/domain/report/report.ts';
import { reportFields } from '#lib/view/report/fields.ts';
import { reportTables } from '#lib/view/report/tables.ts';
import { findOwnTemplate } from '../../data/report-template.ts';
import { fillTemplate } from '../../export/report-document.ts';
import { builtInTemplate } from '../../export/report-template.ts';
import { reportWorkbook } from '../../export/report-workbook.ts';
import { readReport } from '../report-request.ts';
import type { RequestContext } from '../request-context.ts';
import { reaching } from '../request.ts';
import type { ExportedFile } from './exported-file.ts';
import { DOCX } from './media-types.ts';

/**
 * The report of some months, `report.docx`, its tables, `annex.xlsx`, and the template that it is written with,
 * `template.docx`.
 */
export async function reportFile(
	context: RequestContext,
	url: URL,
	file: string | undefined
): Promise<ExportedFile> {
	const own = await reaching(findOwnTemplate(context.db));
	const template = own?.body ?? (await builtInTemplate());
	switch (file) {
		case 'template.docx':
			return { body: template, name: own?.fileName ?? 'mau-bao-cao.docx', type: DOCX };
		case 'report.docx': {
			const { data, note } = await readReport(context, url);
			const fields = reportFields(data, note);
			const body = await fillTemplate(template, fields, reportTables(data, note));
			return { body, name: `bao-cao-${monthsOf(data)}.docx`, type: DOCX };
		}
		case 'annex.xlsx': {
			const { data, note } = await readReport(context, url);
			const body = await reportWorkbook(data, note);
			return { body, name: `phu-luc-bao-cao-${monthsOf(data)}.xlsx` };
		}
		default:
			error(404, 'file-unknown');
	}
}

function monthsOf({ period: { from, to } }: ReportData): string {
	return `${toMonthText(from)}-${toMonthText(to)}`;
}
