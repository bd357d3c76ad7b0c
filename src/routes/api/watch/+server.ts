import { error, json } from '@sveltejs/kit';
import { parseMonth, toMonthText } from '#lib/domain/period.ts';
import { readAcknowledgement, readTaken } from '#lib/domain/watch/acknowledgement.ts';
import { addAcknowledgement, deleteAcknowledgement } from '#lib/server/data/acknowledgements.ts';
import { readJson } from '#lib/server/http/read-body.ts';
import type { ProvinceRequest } from '#lib/server/http/province-request.ts';
import { reaching } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { getWatchList } from '#lib/server/queries/watch-list.ts';
import type { RequestHandler } from './$types';

/** The watch list at the end of the month `t`, the latest that was reported unless told. */
export const GET: RequestHandler = async ({ url }) => {
	return json(await listFor(url, await readProvinceRequest(url)));
};

/** Keeps that a person looked at an alarm; answers with the list of now. */
export const POST: RequestHandler = async ({ url, request }) => {
	const asked = readAcknowledgement(await readJson(request));
	if (!asked) error(400, 'acknowledgement-unreadable');
	const found = await readProvinceRequest(url);
	const { db, province, track } = found;
	const unit = province.history.units.get(asked.unitId);
	const until = province.historyOf(track).dataMonths?.to;
	if (!unit || until === undefined) error(404, 'unit-unknown');
	await reaching(addAcknowledgement(db, unit, track, toMonthText(until), asked));
	return json(await listFor(url, found));
};

/** Takes an acknowledgement back, named in the body; answers with the list of now. */
export const DELETE: RequestHandler = async ({ url, request }) => {
	const id = readTaken(await readJson(request));
	if (id === undefined) error(400, 'acknowledgement-unreadable');
	const found = await readProvinceRequest(url);
	await reaching(deleteAcknowledgement(found.db, id));
	return json(await listFor(url, found));
};

function listFor(url: URL, { db, province, track, last }: ProvinceRequest) {
	const asked = parseMonth(url.searchParams.get('t') ?? '');
	const month = Math.min(last, asked ?? province.historyOf(track).dataMonths?.to ?? last);
	const on = url.searchParams.get('on') ?? undefined;
	return reaching(getWatchList(db, province, { track, month, last, on }));
}
