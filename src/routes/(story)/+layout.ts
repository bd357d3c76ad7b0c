import { vietnamDate } from '#lib/domain/today.ts';
import { loadJson } from '#lib/state/load-json.ts';
import type { Overview } from '#lib/view/wire.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ fetch }) => ({
	overview: await loadJson<Overview>(fetch, '/api/overview'),
	today: vietnamDate(new Date())
});
