import type { Story } from '#lib/domain/story/story.ts';
import { loadJson } from '#lib/state/load-json.ts';
import type { PageLoad } from './$types';

/** Each page asks for it anew: another one may just have changed it. */
export const load: PageLoad = async ({ fetch, params }) => ({
	story: await loadJson<Story>(fetch, `/api/stories/${params.id}`)
});
