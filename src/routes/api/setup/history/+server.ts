import { json } from '@sveltejs/kit';
import { reaching } from '#lib/server/http/request.ts';
import { getSetupUses } from '#lib/server/queries/setup.ts';
import { listSetupChanges } from '#lib/server/queries/setup-history.ts';
import { listKnownProvinces } from '#lib/server/data/setup/known-provinces.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { SetupContext } from '#lib/view/setup/setup-wire.ts';
import type { RequestHandler } from './$types';

/** What was saved before, what data hangs on tracks and indicators, and the provinces to choose from. */
export const GET: RequestHandler = async () => {
	const { db } = openedDatabase();
	const context: SetupContext = {
		changes: await reaching(listSetupChanges(db)),
		uses: await reaching(getSetupUses(db)),
		provinces: listKnownProvinces()
	};
	return json(context, { headers: { 'cache-control': 'no-store' } });
};
