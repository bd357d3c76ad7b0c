import { isHttpError } from '@sveltejs/kit';
import { toMonthText } from '#lib/domain/period.ts';
import { loadJson } from '#lib/state/load-json.ts';
import type { ReportAnswer, ReportChoices } from '#lib/view/report/wire.ts';
import type { PageLoad } from './$types';

/** The report of the months in the address; of the first phase, or the last year, without any. */
export const load: PageLoad = async ({ fetch, url, depends }) => {
	depends('app:report');
	const track = url.searchParams.get('track');
	const common = track ? `track=${encodeURIComponent(track)}` : '';
	const choices = await loadJson<ReportChoices>(fetch, `/api/report?${common}`);
	const { searchParams } = url;
	const [from, to] = [searchParams.get('from'), searchParams.get('to')];
	const period = from !== null && to !== null ? { from, to } : defaultPeriod(choices);
	if (!period) {
		return { choices, period: undefined, forPublic: false, report: undefined, fault: 404 };
	}
	const forPublic = searchParams.get('public') === '1';
	const query = new URLSearchParams({
		...period,
		...(track ? { track } : {}),
		...(forPublic ? { public: '1' } : {})
	});
	try {
		const report = await loadJson<ReportAnswer>(fetch, `/api/report?${query.toString()}`);
		return { choices, period, forPublic, report, fault: undefined };
	} catch (cause) {
		// Without boundaries, of months that nobody can read or may publish, there is none, which the page says.
		if (!isHttpError(cause) || ![400, 404, 409, 422].includes(cause.status)) throw cause;
		return { choices, period, forPublic, report: undefined, fault: cause.status };
	}
};

function defaultPeriod({ phase, months }: ReportChoices) {
	if (phase) return { from: toMonthText(phase.from), to: toMonthText(phase.to) };
	return months
		? { from: toMonthText(Math.max(months.from, months.to - 11)), to: toMonthText(months.to) }
		: undefined;
}
