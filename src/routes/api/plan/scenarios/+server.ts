import { error, json } from '@sveltejs/kit';
import { readScenario } from '#lib/domain/plan/scenario.ts';
import { addScenario, listScenarios } from '#lib/server/data/scenarios.ts';
import { reaching } from '#lib/server/http/request.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () =>
	json(await reaching(listScenarios(openedDatabase().db)));

/** Saves a plan; answers with all of them. */
export const POST: RequestHandler = async ({ request }) => {
	const scenario = readScenario(await request.json().catch(() => undefined));
	if (!scenario) error(400, 'scenario-unreadable');
	const { db } = openedDatabase();
	await reaching(addScenario(db, scenario));
	return json(await reaching(listScenarios(db)));
};
