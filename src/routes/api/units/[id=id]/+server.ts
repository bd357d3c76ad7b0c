import { error } from '@sveltejs/kit';
import { reaching, versionedJson } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { findUnitDetails } from '#lib/server/queries/unit-details.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
	const { db, province, track, asked, last, all } = await readProvinceRequest(url);
	const details = await reaching(
		findUnitDetails(db, province, Number(params.id), track, asked.base, { last, all })
	);
	if (!details) error(404, 'unit-unknown');
	return versionedJson(url, province, details);
};
