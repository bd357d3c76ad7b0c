import { loadJson } from '#lib/state/load-json.ts';
import type { Overview } from '#lib/view/wire.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ fetch }) => ({
	overview: await loadJson<Overview>(fetch, '/api/overview'),
	today: new Date().toISOString().slice(0, 10)
});
