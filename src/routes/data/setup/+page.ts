import { loadJson } from '#lib/state/load-json.ts';
import type { SetupContext } from '#lib/view/setup/setup-wire.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
	context: await loadJson<SetupContext>(fetch, '/api/setup/history')
});
