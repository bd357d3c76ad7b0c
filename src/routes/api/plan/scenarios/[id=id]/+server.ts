import { error, json } from '@sveltejs/kit';
import { readDecision } from '#lib/domain/plan/scenario.ts';
import { decideScenario, deleteScenario, listScenarios } from '#lib/server/data/scenarios.ts';
import { readJson } from '#lib/server/http/read-body.ts';
import { reaching } from '#lib/server/http/request.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** Marks a plan as decided; answers with all of them. Decided once, it stays so. */
export const PUT: RequestHandler = async ({ params, request }) => {
	const decision = readDecision(await readJson(request));
	if (!decision) error(400, 'decision-unreadable');
	const { db } = openedDatabase();
	if (!(await reaching(decideScenario(db, Number(params.id), decision)))) {
		error(409, 'scenario-decided');
	}
	return json(await reaching(listScenarios(db)));
};

/** Takes an undecided plan away; answers with those that are left. */
export const DELETE: RequestHandler = async ({ params }) => {
	const { db } = openedDatabase();
	if (!(await reaching(deleteScenario(db, Number(params.id))))) error(409, 'scenario-decided');
	return json(await reaching(listScenarios(db)));
};
