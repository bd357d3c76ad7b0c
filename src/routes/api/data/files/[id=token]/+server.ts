import { uploads } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** Leaves a file that was sent in. */
export const DELETE: RequestHandler = ({ params }) => {
	uploads.remove(params.id);
	return new Response(null, { status: 204 });
};
