import { error, json } from '@sveltejs/kit';
import { readStory } from '#lib/domain/story/story.ts';
import { deleteStory, findStory, saveStory } from '#lib/server/data/stories.ts';
import { readRevision } from '#lib/server/http/bodies.ts';
import { readJson } from '#lib/server/http/read-body.ts';
import { reaching } from '#lib/server/http/request.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
	const story = await reaching(findStory(openedDatabase().db, Number(params.id)));
	if (!story) error(404, 'story-unknown');
	return json(story);
};

/** Saves a presentation over the revision that it was made from; 409 where somebody else was faster. */
export const PUT: RequestHandler = async ({ params, request }) => {
	const sent = await readJson(request);
	const story = readStory(sent);
	const revision = readRevision(sent);
	if (!story) error(400, 'story-unreadable');
	const { db } = openedDatabase();
	const saved = await reaching(saveStory(db, { ...story, id: Number(params.id), revision }));
	if (!saved) {
		if (await reaching(findStory(db, Number(params.id)))) error(409, 'story-changed');
		error(404, 'story-unknown');
	}
	return json(saved);
};

export const DELETE: RequestHandler = async ({ params }) => {
	if (!(await reaching(deleteStory(openedDatabase().db, Number(params.id))))) {
		error(404, 'story-unknown');
	}
	return json({});
};
