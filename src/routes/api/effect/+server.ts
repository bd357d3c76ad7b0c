import { error } from '@sveltejs/kit';
import { reaching, versionedJson } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { getEffectStudy } from '#lib/server/queries/effect-study.ts';
import { readEffectQuestion } from '#lib/view/effect-question.ts';
import type { RequestHandler } from './$types';

/** Did it work? `from` and `to` (years of approval), `not` (codes, by dots). Null where nobody was approved. */
export const GET: RequestHandler = async ({ url }) => {
	const { db, province, track } = await readProvinceRequest(url);
	const asked = readEffectQuestion(url.searchParams);
	if (!asked) error(400, 'effect-question-unreadable');
	const study = await reaching(getEffectStudy(db, province, { track, ...asked }));
	return versionedJson(url, province, study ?? null);
};
