import { toMonthText } from '#lib/domain/period.ts';
import { tableWorkbook } from '#lib/server/export/table-workbook.ts';
import { attachment } from '#lib/server/http/attachment.ts';
import { readTable } from '#lib/server/http/table-request.ts';
import type { RequestHandler } from './$types';

/** The table in view as a workbook, with what it is on a sheet of its own. */
export const GET: RequestHandler = async ({ url }) => {
	const { rows, note, month } = await readTable(url);
	return attachment(await tableWorkbook(rows, note), `diaban-${toMonthText(month)}.xlsx`);
};
