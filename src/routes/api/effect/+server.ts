import { error } from '@sveltejs/kit';
import { readProvinceRequest, reaching, versionedJson } from '#lib/server/http/request.ts';
import { getEffectStudy } from '#lib/server/queries/effect-study.ts';
import type { RequestHandler } from './$types';

const USUAL_LAG = 3;
const MOST_LAG = 8;

/** Before and after in treated communes and others like them: `units`, `not` (codes, by dots), `on` (the boundaries on which `units` are meant) and `lag` (years). Null where nobody was approved. */
export const GET: RequestHandler = async ({ url }) => {
	const { db, province, track } = await readProvinceRequest(url);
	const codes = (name: string) =>
		(url.searchParams.get(name) ?? '').split('.').filter((code) => code !== '');
	const lag = Number(url.searchParams.get('lag') ?? USUAL_LAG);
	if (!Number.isInteger(lag) || lag < 1 || lag > MOST_LAG) error(400, 'lag-unreadable');
	const study = await reaching(
		getEffectStudy(db, province, {
			track,
			lag,
			codes: codes('units'),
			on: url.searchParams.get('on') ?? undefined,
			without: codes('not')
		})
	);
	return versionedJson(url, province, study ?? null);
};
