import { error } from '@sveltejs/kit';
import type { Overview } from '#lib/view/wire.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ fetch, url }) => {
	const track = url.searchParams.get('track');
	const response = await fetch(
		`/api/overview${track ? `?track=${encodeURIComponent(track)}` : ''}`
	).catch(() => error(503, 'server-lost'));
	if (!response.ok)
		error(response.status, response.status === 503 ? 'database-lost' : 'unexpected');
	return { overview: (await response.json()) as Overview };
};
