import { error, json } from '@sveltejs/kit';
import { readSetup } from '#lib/domain/setup/read-setup.ts';
import { saveSetup } from '#lib/server/data/setup/save-setup.ts';
import { setupRevision } from '#lib/server/data/setup/setup-revision.ts';
import { readJson } from '#lib/server/http/read-body.ts';
import { reaching } from '#lib/server/http/request.ts';
import { getProvince, getProvinceSetup } from '#lib/server/province.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import { readSaveRequest, type SaveAnswer, type SetupWire } from '#lib/view/setup/setup-wire.ts';
import type { RequestHandler } from './$types';

async function currentSetup(): Promise<SetupWire> {
	const { db } = openedDatabase();
	const setup = await reaching(getProvince(db).then((province) => getProvinceSetup(db, province)));
	return { setup, revision: setupRevision(setup) };
}

/** The set-up as it is. */
export const GET: RequestHandler = async () =>
	json(await currentSetup(), { headers: { 'cache-control': 'no-store' } });

/** Saves a set-up as a whole; what speaks against it is answered. */
export const PUT: RequestHandler = async ({ request }) => {
	const asked = readSaveRequest(await readJson(request));
	if (!asked) error(400, 'setup-unreadable');
	const { setup: sent, basedOn, changedBy } = asked;
	const { setup, faults } = readSetup(sent);
	if (!setup) return json({ outcome: 'faulty', faults } satisfies SaveAnswer);
	const result = await reaching(
		saveSetup(openedDatabase(), setup, { changedBy, basedOn, dryRun: false })
	);
	if (result.outcome === 'saved' || result.outcome === 'unchanged') {
		const { outcome } = result;
		return json({ outcome, saved: await currentSetup() } satisfies SaveAnswer);
	}
	if (result.outcome === 'would-save') throw new Error('Nothing was to be tried only.');
	return json(result satisfies SaveAnswer);
};
