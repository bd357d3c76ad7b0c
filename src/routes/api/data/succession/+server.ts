import { error, json } from '@sveltejs/kit';
import { isIsoDate } from '#lib/domain/period.ts';
import { compareSuccessionAt, recordDerived } from '#lib/server/data/derive-succession.ts';
import { readDeriving } from '#lib/server/http/bodies.ts';
import { readName } from '#lib/server/http/read-name.ts';
import { reaching } from '#lib/server/http/request.ts';
import { currentDataState } from '#lib/server/province.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** What geometry says of a change of boundaries, beside the law. */
export const GET: RequestHandler = async ({ url }) => {
	const date = url.searchParams.get('date') ?? '';
	if (!isIsoDate(date)) error(400, 'date-missing');
	return json(await reaching(compareSuccessionAt(openedDatabase().db, date)));
};

/** Records what geometry says of the units that no law is recorded of. */
export const POST: RequestHandler = async ({ request }) => {
	const { date, by } = await readDeriving(request);
	const database = openedDatabase();
	const { demonstration } = await currentDataState(database.db);
	const recorded = await reaching(recordDerived(database, date, readName(by), demonstration));
	return json(recorded ?? { rows: 0 });
};
