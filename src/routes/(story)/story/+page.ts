import type { Story } from '#lib/domain/story/story.ts';
import { loadJson } from '#lib/state/load-json.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
	stories: await loadJson<Story[]>(fetch, '/api/stories')
});
