import { loadJson } from '#lib/state/load-json.ts';
import type { Overview } from '#lib/view/wire.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ fetch, url }) => {
	const track = url.searchParams.get('track');
	const query = track ? `?track=${encodeURIComponent(track)}` : '';
	return { overview: await loadJson<Overview>(fetch, `/api/overview${query}`) };
};
