import type { Story } from '#lib/domain/story/story.ts';
import { loadJson } from '#lib/state/load-json.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ fetch, params }) => ({
	story: await loadJson<Story>(fetch, `/api/stories/${params.id}`)
});
