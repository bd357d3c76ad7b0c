import type { DemonstrationParts } from '#lib/domain/demonstration-parts.ts';
import { loadJson } from '#lib/state/load-json.ts';
import type { DiskWire } from '#lib/view/data-wire.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
	const { overview } = await parent();
	return {
		disk: await loadJson<DiskWire>(fetch, '/api/data/disk'),
		/** What goes with the demonstration data; undefined while none is loaded. */
		demonstration: overview.demonstration
			? await loadJson<DemonstrationParts>(fetch, '/api/data/demonstration')
			: undefined
	};
};
