import { error } from '@sveltejs/kit';
import { parseMonth } from '#lib/domain/period.ts';
import { isPublicPeriod, publicReport } from '#lib/domain/disclosure/public-report.ts';
import { citedSource } from '#lib/domain/loaded-source.ts';
import type { ReportData } from '#lib/domain/report/report.ts';
import { vietnamDate } from '#lib/domain/today.ts';
import type { ReportNote } from '#lib/view/report/note.ts';
import { getReportData } from '../queries/report-data.ts';
import { isForPublic, provinceRequest } from './province-request.ts';
import type { RequestContext } from './request-context.ts';
import { reaching } from './request.ts';

/**
 * Reads the period of a report, `from` and `to`, and what the report is written from. A period that reaches past
 * the month that is now ends with it; 400 where nothing is left of it, 404 without boundaries, 422 for a public
 * report of anything but a past year as a whole.
 */
export async function readReport(
	context: RequestContext,
	url: URL
): Promise<{ data: ReportData; note: ReportNote }> {
	const request = await provinceRequest(context.db, url);
	const { db, province, track, last } = request;
	const monthOf = (name: string) => parseMonth(url.searchParams.get(name) ?? '');
	const [from, asked] = [monthOf('from'), monthOf('to')];
	const to = asked === undefined ? undefined : Math.min(asked, last);
	if (from === undefined || to === undefined || from > to) error(400, 'period-unreadable');
	const period = { from, to };
	const forPublic = isForPublic(url);
	if (forPublic && (!isPublicPeriod(period) || period.to >= last)) error(422, 'period-not-public');
	const found = await reaching(getReportData(db, province, { track, period, last }));
	if (!found) error(404, 'frame-unknown');
	const data = forPublic ? publicReport(found, await context.publicCopyOf(request)) : found;
	const { provinceName, demonstration, dataVersion } = province.state;
	return {
		data,
		note: {
			provinceName,
			demonstration,
			dataVersion,
			tracks: province.tracks,
			indicators: province.indicators,
			sources: province.sources.map(citedSource),
			today: vietnamDate(new Date()),
			forPublic
		}
	};
}
