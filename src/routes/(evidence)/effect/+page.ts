import { loadJson } from '#lib/state/load-json.ts';
import type { EffectStudy } from '#lib/view/evidence-wire.ts';
import type { PageLoad } from './$types';

/** The study that the address asks for; null where nobody was approved. */
export const load: PageLoad = async ({ fetch, url, parent }) => {
	const { overview } = await parent();
	const query = new URLSearchParams({ v: String(overview.dataVersion) });
	for (const name of ['track', 'from', 'to', 'not']) {
		const value = url.searchParams.get(name);
		if (value) query.set(name, value);
	}
	return { found: await loadJson<EffectStudy | null>(fetch, `/api/effect?${query.toString()}`) };
};
