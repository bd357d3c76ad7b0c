import { error, json } from '@sveltejs/kit';
import { reaching } from '#lib/server/http/request.ts';
import { openedJobs } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
	const job = await reaching(openedJobs().find(params.id));
	if (!job) error(404, 'job-unknown');
	return json(job, { headers: { 'cache-control': 'no-store' } });
};

/** Ends a job; what it had begun is taken back. */
export const DELETE: RequestHandler = async ({ params }) => {
	await openedJobs().cancel(params.id);
	return new Response(null, { status: 204 });
};
