import type { DemonstrationParts } from '#lib/domain/demonstration-parts.ts';
import { loadJson } from '#lib/state/load-json.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
	const { overview } = await parent();
	return {
		/** What goes with the demonstration data; undefined while none is loaded. */
		demonstration: overview.demonstration
			? await loadJson<DemonstrationParts>(fetch, '/api/data/demonstration')
			: undefined
	};
};
