import { error } from '@sveltejs/kit';
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
	const response = await fetch(
		`/api/communes/${encodeURIComponent(params.code)}?${query.toString()}`
	).catch(() => error(503, 'server-lost'));
	if (response.status === 404) return { evidence: null, code: params.code };
	if (!response.ok) {
		error(response.status, response.status === 503 ? 'database-lost' : 'unexpected');
	}
	return { evidence: (await response.json()) as CommuneEvidence, code: params.code };
};
