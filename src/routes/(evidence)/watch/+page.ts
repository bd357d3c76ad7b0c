import { loadJson } from '#lib/state/load-json.ts';
import type { WatchList } from '#lib/view/evidence-wire.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent }) => {
	const { overview } = await parent();
	const track = encodeURIComponent(url.searchParams.get('track') ?? overview.track);
	const address = `/api/watch?v=${overview.dataVersion}&track=${track}`;
	return { list: await loadJson<WatchList>(fetch, address) };
};
