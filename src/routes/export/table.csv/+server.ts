import { toMonthText } from '#lib/domain/period.ts';
import { readTable } from '#lib/server/http/table-request.ts';
import { toTableCsv } from '#lib/view/table-csv.ts';
import type { RequestHandler } from './$types';

/** The table in view as CSV, with what it is in its first lines. */
export const GET: RequestHandler = async ({ url }) => {
	const { rows, note, month } = await readTable(url);
	return new Response(`\uFEFF${toTableCsv(rows, note)}`, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="diaban-${toMonthText(month)}.csv"`,
			'cache-control': 'no-store'
		}
	});
};
