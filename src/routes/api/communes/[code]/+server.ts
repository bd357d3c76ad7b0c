import { parseMonth } from '#lib/domain/period.ts';
import { reaching, versionedJson } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { findCommuneEvidence } from '#lib/server/queries/commune-evidence.ts';
import type { RequestHandler } from './$types';

/** The commune that a code means in the month `t`; null when it means none then. */
export const GET: RequestHandler = async ({ params, url }) => {
	const { db, province, track, last } = await readProvinceRequest(url);
	const asked = parseMonth(url.searchParams.get('t') ?? '');
	const found = await reaching(
		findCommuneEvidence(db, province, params.code, { track, last, asked })
	);
	return versionedJson(url, province, found ?? null);
};
