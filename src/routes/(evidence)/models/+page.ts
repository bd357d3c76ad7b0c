import { loadJson } from '#lib/state/load-json.ts';
import { readModelStudy } from '#lib/view/model-wire.ts';
import type { PageLoad } from './$types';

/** The study that the address asks for; null while there are no types or boundaries. */
export const load: PageLoad = async ({ fetch, url, parent }) => {
	const { overview } = await parent();
	const query = new URLSearchParams({ v: String(overview.dataVersion), track: overview.track });
	for (const name of ['type', 'on']) {
		const value = url.searchParams.get(name);
		if (value) query.set(name, value);
	}
	return {
		study: readModelStudy(await loadJson<unknown>(fetch, `/api/models?${query.toString()}`))
	};
};
