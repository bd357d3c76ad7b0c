import { loadJson } from '#lib/state/load-json.ts';
import type { CommuneEvidence } from '#lib/view/evidence-wire.ts';
import type { PageLoad } from './$types';

/** The commune that a code means in the month of the address; null when it means none. */
export const load: PageLoad = async ({ fetch, params, url, parent }) => {
	const { overview } = await parent();
	const query = new URLSearchParams({ v: String(overview.dataVersion) });
	for (const name of ['t', 'track']) {
		const value = url.searchParams.get(name);
		if (value) query.set(name, value);
	}
	const address = `/api/communes/${encodeURIComponent(params.code)}?${query.toString()}`;
	return { evidence: await loadJson<CommuneEvidence | null>(fetch, address), code: params.code };
};
