import { byName } from '#lib/domain/name.ts';
import { toMonthText } from '#lib/domain/period.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { readView } from '#lib/server/http/view-request.ts';
import { toTableCsv } from '#lib/view/table-csv.ts';
import { toTableRow } from '#lib/view/table-row.ts';
import { baseLabel } from '#lib/view/base-label.ts';
import type { RequestHandler } from './$types';

/** The table in view as CSV, with what it is in its first lines. */
export const GET: RequestHandler = async ({ url }) => {
	const { province, track, base, params, month, frame, source, included } = await readView(url);
	const rows = source.units
		.flatMap((_, row) => (included(row) ? toTableRow(source, row, month) : []))
		.sort((a, b) => byName(a.name, b.name));
	const known = province.tracks.find((each) => each.code === track);
	const csv = toTableCsv(rows, {
		month,
		track: (getLocale() === 'vi' ? known?.nameVi : known?.nameEn) ?? track,
		base: baseLabel(base),
		frame,
		reading: params.on === undefined ? undefined : frame.from,
		demonstration: province.state.demonstration,
		dataVersion: province.state.dataVersion,
		sources: province.sources,
		exportedAt: new Date().toISOString().slice(0, 10)
	});
	return new Response(`\uFEFF${csv}`, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="diaban-${toMonthText(month)}.csv"`,
			'cache-control': 'no-store'
		}
	});
};
