import { error } from '@sveltejs/kit';
import { PublicCopy } from '#lib/domain/disclosure/public-copy.ts';
import { lastPublicYear } from '#lib/domain/disclosure/reported-years.ts';
import { toMonth, yearOf, type Month } from '#lib/domain/period.ts';
import { timelineStart } from '#lib/domain/timeline.ts';
import { m } from '#lib/paraglide/messages.js';
import { findRefusal } from '#lib/view/public-refusal.ts';
import { auditOf, recordCopy } from '../disclosure/province-audit.ts';
import { AuditCancelled } from '../disclosure/public-audit.ts';
import { reaching, type ProvinceRequest } from './request.ts';

const YEAR = 12;

/**
 * What the public may have of the data, once it was audited; 409 with a sentence that names the count where a
 * small one could be told, or where somebody stopped the audit.
 *
 * @param leaving whether a file leaves with it, which the ledger then remembers, and as what
 */
export async function readPublicCopy(
	{ db, province, last }: ProvinceRequest,
	leaving?: URL
): Promise<PublicCopy> {
	const audit = auditOf(db, province, last);
	const plan = await reaching(audit.plan).catch((cause: unknown) => {
		if (cause instanceof AuditCancelled) error(409, m.public_stopped());
		throw cause;
	});
	const refusal = findRefusal(plan, province);
	if (refusal !== undefined) error(409, refusal);
	if (leaving) await reaching(recordCopy(db, province, audit, leaving.pathname));
	return new PublicCopy(plan);
}

/**
 * The month that a public copy shows instead of one: the end of its year, or of the last whole one. 422 before
 * there is any.
 */
export function publicMonth({ province, track, last }: ProvinceRequest, month: Month): Month {
	const { history } = province;
	const shown = toMonth(Math.min(yearOf(month), lastPublicYear(history, track, last)), YEAR);
	if (shown < timelineStart(history, last)) error(422, m.public_no_year());
	return shown;
}
