import { serverContext } from '#lib/server/http/server-context.ts';
import { readView } from '#lib/server/http/view-request.ts';
import { versionedJson } from '#lib/server/http/request.ts';
import type { Seen } from '#lib/domain/story/story.ts';
import { countFillCodes } from '#lib/view/legend.ts';
import type { RequestHandler } from './$types';

/** What the view in an address shows now: how many communes have each class. */
export const GET: RequestHandler = async ({ url }) => {
	const { province, source, month, params, included } = await readView(serverContext(), url);
	const counts = countFillCodes(source, month, params, included);
	const seen: Seen = {
		dataVersion: province.state.dataVersion,
		counts: [...counts].sort(([a], [b]) => a - b)
	};
	return versionedJson(url, province, seen);
};
