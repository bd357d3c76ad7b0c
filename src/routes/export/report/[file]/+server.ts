import { error } from '@sveltejs/kit';
import { toMonthText } from '#lib/domain/period.ts';
import type { ReportData } from '#lib/domain/report/report.ts';
import { findOwnTemplate } from '#lib/server/data/report-template.ts';
import { fillTemplate } from '#lib/server/export/report-document.ts';
import { builtInTemplate } from '#lib/server/export/report-template.ts';
import { reportWorkbook } from '#lib/server/export/report-workbook.ts';
import { attachment } from '#lib/server/http/attachment.ts';
import { readReport } from '#lib/server/http/report-request.ts';
import { reaching } from '#lib/server/http/request.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import { reportFields } from '#lib/view/report/fields.ts';
import { reportTables } from '#lib/view/report/tables.ts';
import type { RequestHandler } from './$types';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The report of some months, `report.docx`, its tables, `annex.xlsx`, and the template that it is written with,
 * `template.docx`.
 */
export const GET: RequestHandler = async ({ params, url }) => {
	const own = await reaching(findOwnTemplate(openedDatabase().db));
	const template = own?.body ?? (await builtInTemplate());
	switch (params.file) {
		case 'template.docx':
			return attachment(template, own?.fileName ?? 'mau-bao-cao.docx', DOCX);
		case 'report.docx': {
			const { data, note } = await readReport(url, true);
			const fields = reportFields(data, note);
			const file = await fillTemplate(template, fields, reportTables(data, note));
			return attachment(file, `bao-cao-${monthsOf(data)}.docx`, DOCX);
		}
		case 'annex.xlsx': {
			const { data, note } = await readReport(url, true);
			return attachment(await reportWorkbook(data, note), `phu-luc-bao-cao-${monthsOf(data)}.xlsx`);
		}
		default:
			error(404, 'file-unknown');
	}
};

function monthsOf({ period: { from, to } }: ReportData): string {
	return `${toMonthText(from)}-${toMonthText(to)}`;
}
