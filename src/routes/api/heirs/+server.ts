import { requireFrame, versionedJson } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { listHeirs } from '#lib/server/queries/heirs.ts';
import type { RequestHandler } from './$types';

/** What the communes of boundaries `from` became on boundaries `to`; both are named by their first day. */
export const GET: RequestHandler = async ({ url }) => {
	const { province } = await readProvinceRequest(url);
	const frameOf = (name: string) => requireFrame(province, url.searchParams.get(name) ?? '');
	return versionedJson(url, province, listHeirs(province, frameOf('from'), frameOf('to')));
};
