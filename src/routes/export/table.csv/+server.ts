import { isEvidenceLayer } from '#lib/domain/evidence/classes.ts';
import { error } from '@sveltejs/kit';
import { byName } from '#lib/domain/name.ts';
import { parseMonth, toMonthText } from '#lib/domain/period.ts';
import { findFrame } from '#lib/domain/unit.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { readProvinceRequest, reaching } from '#lib/server/http/request.ts';
import { listFrameUnits } from '#lib/server/queries/frame-units.ts';
import { getLayerMatrix } from '#lib/server/queries/layer-matrix.ts';
import { fillCode, fillMatrix, type ClassSource } from '#lib/view/frame-view.ts';
import { parseViewParams } from '#lib/view/view-params.ts';
import { toTableCsv } from '#lib/view/table-csv.ts';
import { toTableRow } from '#lib/view/table-row.ts';
import { baseLabel } from '#lib/view/base-label.ts';
import type { RequestHandler } from './$types';

/** The table in view as CSV, with what it is in its first lines. */
export const GET: RequestHandler = async ({ url }) => {
	const { db, province, track, base, last } = await readProvinceRequest(url);
	const params = parseViewParams(url.searchParams);
	const month = Math.min(last, parseMonth(url.searchParams.get('t') ?? '') ?? last);
	const { frames } = province.history;
	const frame =
		params.on === undefined
			? findFrame(frames, month)
			: params.on === 'today'
				? frames.at(-1)
				: frames.findLast(({ from }) => from <= params.on!);
	if (!frame) error(404, 'frame-unknown');
	const scope = { frame, last, all: params.on !== undefined };
	const shown = fillMatrix(params);
	const source: ClassSource = {
		units: listFrameUnits(province, scope, track),
		matrices: {
			status: province.statusMatrix(scope, track),
			trend: await province.evidence.ask('trendMatrix', { ...scope, track, base }),
			sites: province.siteCountMatrix(scope),
			...(isEvidenceLayer(shown)
				? {
						[shown]: await reaching(
							getLayerMatrix(db, province, scope, {
								track,
								layer: shown,
								months: { from: month, to: month }
							})
						)
					}
				: {})
		}
	};
	const { district, classes } = params;
	const rows = source.units
		.map((unit, row) => ({ unit, row }))
		.filter(({ unit }) => district === undefined || unit.districts.includes(district))
		.filter(({ row }) => {
			const code = fillCode(source, row, month, params);
			return classes.length === 0 || (code !== undefined && classes.includes(code));
		})
		.map(({ row }) => toTableRow(source, row, month))
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
