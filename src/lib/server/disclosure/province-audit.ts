import { yearOf, type Month } from '#lib/domain/period.ts';
import { addPublicCopy, listLedger } from '../data/public-copies.ts';
import type { Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';
import { listReportedYears } from '../queries/reported-years.ts';
import { AuditFailed, PublicAudit } from './public-audit.ts';

/** The audit of each version of the data, with the last whole year that it is of. */
const AUDITS = new WeakMap<Province, { audit: PublicAudit; lastYear: number }>();

/**
 * The audit of a province's data before its public copies; made once a version, and anew after a year has passed
 * or where it was stopped.
 *
 * @param now the month that is now
 */
export function auditOf(db: Queryable, province: Province, now: Month): PublicAudit {
	const lastYear = yearOf(now) - 1;
	const known = AUDITS.get(province);
	if (known?.lastYear === lastYear) return known.audit;
	const { history, tracks, indicators } = province;
	const order = async () => ({
		data: {
			history,
			lastYear,
			tracks: tracks.map(({ code }) => code),
			indicators: await listReportedYears(db, history, indicators)
		},
		ledger: await listLedger(db)
	});
	const audit = new PublicAudit(order());
	AUDITS.set(province, { audit, lastYear });
	audit.plan.catch((cause: unknown) => {
		const own = AUDITS.get(province)?.audit === audit;
		if (own && !(cause instanceof AuditFailed)) AUDITS.delete(province);
	});
	return audit;
}

/** Stops the audit that is under way, if there is one. */
export function cancelAudit(province: Province): void {
	const known = AUDITS.get(province);
	if (!known || known.audit.found) return;
	AUDITS.delete(province);
	known.audit.cancel();
}

/** Remembers that a file left for the public, and with the first one of an audit what all of them show and hide. */
export async function recordCopy(
	db: Queryable,
	{ state: { dataVersion } }: Province,
	audit: PublicAudit,
	file: string
): Promise<void> {
	const { entries } = await audit.plan;
	await addPublicCopy(db, { file, dataVersion }, audit.recorded ? [] : entries);
	audit.recorded = true;
}
