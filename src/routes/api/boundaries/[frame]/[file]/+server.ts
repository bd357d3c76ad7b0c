import { error, redirect } from '@sveltejs/kit';
import { reaching, requireFrame } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { getFrameBoundaries } from '#lib/server/queries/boundaries.ts';
import type { RequestHandler } from './$types';

/** A frame's boundaries under a name made from their content: they never change, so browsers keep them. */
export const GET: RequestHandler = async ({ params, url }) => {
	const { db, province } = await readProvinceRequest(url);
	const frame = requireFrame(province, params.frame);
	const { contentHash, body } = await reaching(
		province.once(`boundaries ${frame.from}`, () => getFrameBoundaries(db, frame))
	);
	const name = `${contentHash}.json`;
	if (params.file === 'current.json') redirect(302, name);
	if (params.file !== name) error(404, 'boundaries-changed');
	return new Response(new Uint8Array(body), {
		headers: {
			'content-type': 'application/json',
			'content-encoding': 'gzip',
			'cache-control': 'public, max-age=31536000, immutable'
		}
	});
};
