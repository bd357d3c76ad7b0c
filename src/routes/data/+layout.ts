import { error } from '@sveltejs/kit';
import type { Overview } from '#lib/view/wire.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ fetch }) => {
	const response = await fetch('/api/overview').catch(() => error(503, 'server-lost'));
	if (!response.ok) {
		error(response.status, response.status === 503 ? 'database-lost' : 'unexpected');
	}
	const catalogue = await fetch('/api/catalogue');
	return {
		overview: (await response.json()) as Overview,
		indicators: (await catalogue.json()) as {
			code: string;
			nameVi: string;
			nameEn: string;
			periodicity: string;
		}[]
	};
};
