import { loadJson } from '#lib/state/load-json.ts';
import type { WatchList } from '#lib/view/evidence-wire.ts';
import type { PageLoad } from './$types';

/** The watch list of the track, month and boundaries that the address names. */
export const load: PageLoad = async ({ fetch, url, parent }) => {
	const { overview } = await parent();
	const query = new URLSearchParams({ track: url.searchParams.get('track') ?? overview.track });
	for (const name of ['t', 'on']) {
		const value = url.searchParams.get(name);
		if (value) query.set(name, value);
	}
	const address = `/api/watch?${query.toString()}`;
	return { address, list: await loadJson<WatchList>(fetch, address) };
};
