import { error, json } from '@sveltejs/kit';
import { readStory } from '#lib/domain/story/story.ts';
import { addStory, listStories } from '#lib/server/data/stories.ts';
import { readJson } from '#lib/server/http/read-body.ts';
import { reaching } from '#lib/server/http/request.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () =>
	json(await reaching(listStories(openedDatabase().db)));

/** Makes a presentation; answers with it. */
export const POST: RequestHandler = async ({ request }) => {
	const story = readStory(await readJson(request));
	if (!story) error(400, 'story-unreadable');
	return json(await reaching(addStory(openedDatabase().db, story)));
};
