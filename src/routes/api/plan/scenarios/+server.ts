import { error, json } from '@sveltejs/kit';
import { citedSource } from '#lib/domain/loaded-source.ts';
import { readScenario } from '#lib/domain/plan/scenario.ts';
import { addScenario, listScenarios } from '#lib/server/data/scenarios.ts';
import { readJson } from '#lib/server/http/read-body.ts';
import { reaching } from '#lib/server/http/request.ts';
import { getProvince } from '#lib/server/province.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () =>
	json(await reaching(listScenarios(openedDatabase().db)));

/** Saves a plan; answers with all of them. */
export const POST: RequestHandler = async ({ request }) => {
	const scenario = readScenario(await readJson(request));
	if (!scenario) error(400, 'scenario-unreadable');
	const { db } = openedDatabase();
	const { state, sources } = await reaching(getProvince(db));
	// Of another version of the data nobody knows any more what it was loaded from.
	const origin =
		scenario.dataVersion === state.dataVersion
			? {
					demonstration: state.demonstration,
					sources: sources.map(citedSource)
				}
			: null;
	await reaching(addScenario(db, scenario, origin));
	return json(await reaching(listScenarios(db)));
};
