import { PublicCopy } from '#lib/domain/disclosure/public-copy.ts';
import type { Queryable } from '#lib/server/db/database.ts';
import { recordCopy } from '#lib/server/disclosure/province-audit.ts';
import { readPublicAudit } from '#lib/server/http/public-request.ts';
import type { RequestContext } from '#lib/server/http/request-context.ts';

/** How files are made of a test's database; each public one is remembered as one that left. */
export function contextOf(db: Queryable): RequestContext {
	return {
		db,
		dataDir: '/nonexistent',
		async publicCopyOf(request) {
			const { audit, plan } = await readPublicAudit(request);
			await recordCopy(db, request.province, audit, '/export/map/sheet.pdf');
			return new PublicCopy(plan);
		}
	};
}
