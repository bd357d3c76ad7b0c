import { error, json } from '@sveltejs/kit';
import { listContinued } from '#lib/domain/history.ts';
import { readRemark } from '#lib/domain/remark.ts';
import type { Unit } from '#lib/domain/unit.ts';
import { addRemark, deleteRemark, listRemarks } from '#lib/server/data/remarks.ts';
import { readRemarkId } from '#lib/server/http/bodies.ts';
import { readJson } from '#lib/server/http/read-body.ts';
import type { ProvinceRequest } from '#lib/server/http/province-request.ts';
import { reaching } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import type { RequestHandler } from './$types';

/** Remarks on a commune and those it plainly continues. */
export const GET: RequestHandler = async ({ params, url }) => {
	const { db, units } = await readUnit(params.id, url);
	return json(await reaching(listRemarks(db, units)));
};

/** Adds a remark; answers with all of them. */
export const POST: RequestHandler = async ({ params, url, request }) => {
	const remark = readRemark(await readJson(request));
	if (!remark) error(400, 'remark-unreadable');
	const { db, units } = await readUnit(params.id, url);
	await reaching(addRemark(db, units[0]!, remark));
	return json(await reaching(listRemarks(db, units)));
};

/** Takes a remark on this commune away, named in the body; answers with those that are left. */
export const DELETE: RequestHandler = async ({ params, url, request }) => {
	const { id } = await readRemarkId(request);
	const { db, units } = await readUnit(params.id, url);
	const known = await reaching(listRemarks(db, units));
	if (!known.some((remark) => remark.id === id)) error(404, 'remark-unknown');
	await reaching(deleteRemark(db, id));
	return json(await reaching(listRemarks(db, units)));
};

async function readUnit(
	id: string,
	url: URL
): Promise<{ db: ProvinceRequest['db']; units: Unit[] }> {
	const { db, province } = await readProvinceRequest(url);
	const { history } = province;
	const unit = history.units.get(Number(id));
	if (!unit) error(404, 'unit-unknown');
	const units = listContinued(history, unit.id).map((each) => history.units.get(each)!);
	return { db, units };
}
