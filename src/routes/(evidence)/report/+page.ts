import { toMonthText } from '#lib/domain/period.ts';
import { loadJson } from '#lib/state/load-json.ts';
import type { ReportAnswer, ReportChoices } from '#lib/view/report-wire.ts';
import type { PageLoad } from './$types';

/** The report of the months in the address; of the first phase, or the last year, without any. */
export const load: PageLoad = async ({ fetch, url, depends }) => {
	depends('app:report');
	const track = url.searchParams.get('track');
	const common = track ? `track=${encodeURIComponent(track)}` : '';
	const choices = await loadJson<ReportChoices>(fetch, `/api/report?${common}`);
	const { searchParams } = url;
	const asked = { from: searchParams.get('from'), to: searchParams.get('to') };
	const period = asked.from !== null && asked.to !== null ? asked : defaultPeriod(choices);
	if (!period) return { choices, period: undefined, report: undefined };
	const query = `from=${period.from}&to=${period.to}&${common}`;
	return {
		...{ choices, period },
		// Without boundaries there is no report, which the page says.
		report: await loadJson<ReportAnswer>(fetch, `/api/report?${query}`).catch(() => undefined)
	};
};

function defaultPeriod({ phase, months }: ReportChoices) {
	if (phase) return { from: toMonthText(phase.from), to: toMonthText(phase.to) };
	return months
		? { from: toMonthText(Math.max(months.from, months.to - 11)), to: toMonthText(months.to) }
		: undefined;
}
