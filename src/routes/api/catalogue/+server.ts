import { json } from '@sveltejs/kit';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import type { RequestHandler } from './$types';

/** The indicators that figures can be of. */
export const GET: RequestHandler = async ({ url }) => {
	const { province } = await readProvinceRequest(url);
	return json(province.indicators, { headers: { 'cache-control': 'no-store' } });
};
