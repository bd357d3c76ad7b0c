import { firstPhase } from '#lib/domain/report/report.ts';
import { firstApprovalMonth } from '#lib/domain/report/programme.ts';
import { describeOwnTemplate } from '#lib/server/data/report-template.ts';
import { readReport } from '#lib/server/http/report-request.ts';
import { reaching } from '#lib/server/http/request.ts';
import { readProvinceRequest, serverContext } from '#lib/server/http/server-context.ts';
import type { ReportAnswer, ReportChoices } from '#lib/view/report/wire.ts';
import type { RequestHandler } from './$types';

/** What a report of months `from` to `to` is written from; without them, which periods there are. */
export const GET: RequestHandler = async ({ url }) => {
	if (url.searchParams.has('from')) {
		const answer: ReportAnswer = await readReport(serverContext(), url);
		return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
	}
	const { db, province, track } = await readProvinceRequest(url);
	const first = firstApprovalMonth(province.history, track);
	const own = await reaching(describeOwnTemplate(db));
	const choices: ReportChoices = {
		phase: first === undefined ? null : firstPhase(first),
		months: province.historyOf(track).dataMonths,
		template: own ?? null
	};
	return Response.json(choices, { headers: { 'cache-control': 'no-store' } });
};
