import { error } from '@sveltejs/kit';
import type { EffectStudy } from '#lib/view/evidence-wire.ts';
import type { PageLoad } from './$types';

/** The study that the address asks for; null where nobody was approved. */
export const load: PageLoad = async ({ fetch, url, parent }) => {
	const { overview } = await parent();
	const query = new URLSearchParams({ v: String(overview.dataVersion) });
	for (const name of ['track', 'lag', 'units', 'not']) {
		const value = url.searchParams.get(name);
		if (value) query.set(name, value);
	}
	const response = await fetch(`/api/effect?${query.toString()}`).catch(() =>
		error(503, 'server-lost')
	);
	if (response.status === 404) return { found: null };
	if (!response.ok) {
		error(response.status, response.status === 503 ? 'database-lost' : 'unexpected');
	}
	return { found: (await response.json()) as EffectStudy };
};
