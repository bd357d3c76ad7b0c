import { text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** For what restarts a server that hangs: an answer, whatever its database does. */
export const GET: RequestHandler = () => text('ok\n', { headers: { 'cache-control': 'no-store' } });
