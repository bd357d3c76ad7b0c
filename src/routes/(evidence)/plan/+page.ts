import { loadJson } from '#lib/state/load-json.ts';
import type { PlanData } from '#lib/view/plan-wire.ts';
import type { PageLoad } from './$types';

/** What a plan is made from, in the month of the address; null without boundaries. */
export const load: PageLoad = async ({ fetch, url, parent }) => {
	const { overview } = await parent();
	const query = new URLSearchParams({ v: String(overview.dataVersion) });
	for (const name of ['t', 'track']) {
		const value = url.searchParams.get(name);
		if (value) query.set(name, value);
	}
	return { plan: await loadJson<PlanData | null>(fetch, `/api/plan?${query.toString()}`) };
};
