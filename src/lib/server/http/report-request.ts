import { error } from '@sveltejs/kit';
import { parseMonth } from '#lib/domain/period.ts';
import { firstApprovalMonth } from '#lib/domain/report/programme.ts';
import { firstPhase, isWholeYears, type ReportData } from '#lib/domain/report/report.ts';
import { vietnamDate } from '#lib/domain/today.ts';
import type { ReportNote } from '#lib/view/report/note.ts';
import { getReportData } from '../queries/report-data.ts';
import { isForPublic, readProvinceRequest, reaching } from './request.ts';

/**
 * Reads the period of a report, `from` and `to`, and what the report is written from. A period that reaches past
 * the month that is now ends with it; 400 where nothing is left of it, 404 without boundaries, 422 for a public
 * report of other than whole years or the first phase.
 */
export async function readReport(url: URL): Promise<{ data: ReportData; note: ReportNote }> {
	const { db, province, track, last } = await readProvinceRequest(url);
	const monthOf = (name: string) => parseMonth(url.searchParams.get(name) ?? '');
	const [from, asked] = [monthOf('from'), monthOf('to')];
	const to = asked === undefined ? undefined : Math.min(asked, last);
	if (from === undefined || to === undefined || from > to) error(400, 'period-unreadable');
	const period = { from, to };
	const forPublic = isForPublic(url);
	const first = firstApprovalMonth(province.history, track);
	const phase = first === undefined ? undefined : firstPhase(first);
	const isPhase = phase?.from === from && phase.to === to;
	if (forPublic && !isWholeYears(period) && !isPhase) error(422, 'period-not-public');
	const data = await reaching(getReportData(db, province, { track, period, last }));
	if (!data) error(404, 'frame-unknown');
	const { provinceName, demonstration, dataVersion } = province.state;
	return {
		data,
		note: {
			...{ provinceName, demonstration, dataVersion },
			...{ tracks: province.tracks, indicators: province.indicators },
			sources: province.sources.map(({ fileName, sensitivity }) => ({ fileName, sensitivity })),
			today: vietnamDate(new Date()),
			forPublic
		}
	};
}
