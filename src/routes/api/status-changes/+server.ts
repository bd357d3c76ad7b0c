import { versionedJson } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { listStatusChanges } from '#lib/server/queries/status-changes.ts';
import type { RequestHandler } from './$types';

/** What happened to communes on a track, the earliest first. */
export const GET: RequestHandler = async ({ url }) => {
	const { province, track } = await readProvinceRequest(url);
	return versionedJson(url, province, listStatusChanges(province, track));
};
