import type { AuditState } from '#lib/domain/disclosure/plan-message.ts';
import { lastPublicYear } from '#lib/domain/disclosure/reported-years.ts';
import { auditOf, cancelAudit } from '#lib/server/disclosure/province-audit.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { findRefusal } from '#lib/view/public-refusal.ts';
import type { RequestHandler } from './$types';

/** How far the audit before public copies is; it begins with the first question. */
export const GET: RequestHandler = async ({ url }) => {
	const { db, province, track, last } = await readProvinceRequest(url);
	const { share, found, failure } = auditOf(db, province, last);
	if (failure) throw failure;
	const reason = found && findRefusal(found, province);
	const answer: AuditState = !found
		? { state: 'running', share }
		: reason === undefined
			? { state: 'passed', year: lastPublicYear(province.history, track, last) }
			: { state: 'refused', reason };
	return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
};

/** Stops the audit. */
export const DELETE: RequestHandler = async ({ url }) => {
	const { province } = await readProvinceRequest(url);
	cancelAudit(province);
	return Response.json({});
};
