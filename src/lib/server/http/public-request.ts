import { error } from '@sveltejs/kit';
import { PublicCopy } from '#lib/domain/disclosure/public-copy.ts';
import type { PublicPlan } from '#lib/domain/disclosure/plan-message.ts';
import { m } from '#lib/paraglide/messages.js';
import { findRefusal } from '#lib/view/public-refusal.ts';
import { auditOf } from '../disclosure/province-audit.ts';
import { AuditCancelled, type PublicAudit } from '../disclosure/public-audit.ts';
import type { ProvinceRequest } from './province-request.ts';
import { reaching } from './request.ts';

/**
 * The audit of the data before its public copies, once it let them pass; 409 with a sentence that names the count where
 * a small one could be told, or where somebody stopped the audit.
 */
export async function readPublicAudit({
	db,
	province,
	last
}: ProvinceRequest): Promise<{ audit: PublicAudit; plan: PublicPlan }> {
	const audit = auditOf(db, province, last);
	const plan = await reaching(audit.plan).catch((cause: unknown) => {
		if (cause instanceof AuditCancelled) error(409, m.public_stopped());
		throw cause;
	});
	const refusal = findRefusal(plan, province);
	if (refusal !== undefined) error(409, refusal);
	return { audit, plan };
}

/** What the public may have of the data; throws as `readPublicAudit`. */
export async function readPublicCopy(request: ProvinceRequest): Promise<PublicCopy> {
	return new PublicCopy((await readPublicAudit(request)).plan);
}
