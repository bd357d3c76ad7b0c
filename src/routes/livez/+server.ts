import { text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Liveness probe: answers even when the database does not. */
export const GET: RequestHandler = () => text('ok\n', { headers: { 'cache-control': 'no-store' } });
