import { vietnamDate } from '#lib/domain/today.ts';
import { error } from '@sveltejs/kit';
import { parseMonth } from '#lib/domain/period.ts';
import type { ReportData } from '#lib/domain/report/report.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { getReportData } from '../queries/report-data.ts';
import type { ReportNote } from '#lib/view/report-text.ts';
import { readProvinceRequest, reaching } from './request.ts';

/** Reads the period of a report, `from` and `to`, and what the report is written from; 404 without boundaries. */
export async function readReport(url: URL): Promise<{ data: ReportData; note: ReportNote }> {
	const { db, province, track, last } = await readProvinceRequest(url);
	const monthOf = (name: string) => parseMonth(url.searchParams.get(name) ?? '');
	const [from, to] = [monthOf('from'), monthOf('to')];
	if (from === undefined || to === undefined || from > to) error(400, 'period-unreadable');
	const data = await reaching(
		getReportData(db, province, { track, period: { from, to: Math.min(to, last) }, last })
	);
	if (!data) error(404, 'frame-unknown');
	const known = province.tracks.find(({ code }) => code === track);
	const { provinceName, demonstration, dataVersion } = province.state;
	return {
		data,
		note: {
			trackName: (getLocale() === 'vi' ? known?.nameVi : known?.nameEn) ?? track,
			...{ provinceName, demonstration, dataVersion },
			sources: [...new Set(province.sources.map(({ fileName }) => fileName))],
			today: vietnamDate(new Date())
		}
	};
}
