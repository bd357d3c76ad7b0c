import { json } from '@sveltejs/kit';
import { reaching } from '#lib/server/http/request.ts';
import { getSetupUses } from '#lib/server/queries/setup.ts';
import { listSetupChanges } from '#lib/server/queries/setup-history.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { SetupContext } from '#lib/view/setup/setup-wire.ts';
import type { RequestHandler } from './$types';

/** What was saved before, and what data hangs on tracks and indicators. */
export const GET: RequestHandler = async () => {
	const { db } = openedDatabase();
	const context: SetupContext = {
		changes: await reaching(listSetupChanges(db)),
		uses: await reaching(getSetupUses(db))
	};
	return json(context, { headers: { 'cache-control': 'no-store' } });
};
