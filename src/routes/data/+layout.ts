import { loadJson } from '#lib/state/load-json.ts';
import type { SetupWire } from '#lib/view/setup/setup-wire.ts';
import type { Overview } from '#lib/view/wire.ts';
import type { LayoutLoad } from './$types';

interface CatalogueEntry {
	code: string;
	nameVi: string;
	nameEn: string;
	periodicity: string;
}

export const load: LayoutLoad = async ({ fetch }) => ({
	overview: await loadJson<Overview>(fetch, '/api/overview'),
	indicators: await loadJson<CatalogueEntry[]>(fetch, '/api/catalogue'),
	setup: await loadJson<SetupWire>(fetch, '/api/setup')
});
