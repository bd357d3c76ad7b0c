import { asc, eq } from 'drizzle-orm';
import { readTerms, type LedgerEntry } from '#lib/domain/disclosure/ledger.ts';
import type { Queryable } from '../db/database.ts';
import { publicCell, publicCopy } from '../db/schema.ts';

/** So many cells are written at once. */
const BATCH = 500;

/** What all public copies so far showed and hid, in the order in which they were made. */
export async function listLedger(db: Queryable): Promise<LedgerEntry[]> {
	const rows = await db
		.select({
			indicator: publicCell.indicatorCode,
			year: publicCell.year,
			terms: publicCell.terms,
			state: publicCell.state,
			dataVersion: publicCopy.dataVersion
		})
		.from(publicCell)
		.innerJoin(publicCopy, eq(publicCell.copyId, publicCopy.id))
		.orderBy(asc(publicCell.id));
	return rows.map((row) => ({ ...row, terms: readTerms(row.terms) }));
}

/** Remembers a public copy, with what it says that the ledger did not say yet. */
export async function addPublicCopy(
	db: Queryable,
	{ file, dataVersion }: { file: string; dataVersion: number },
	entries: readonly Omit<LedgerEntry, 'dataVersion'>[]
): Promise<void> {
	await db.transaction(async (tx) => {
		const [made] = await tx
			.insert(publicCopy)
			.values({ file, dataVersion })
			.returning({ id: publicCopy.id });
		const rows = entries.map(({ indicator, year, terms, state }) => ({
			copyId: made!.id,
			indicatorCode: indicator,
			year,
			terms,
			state
		}));
		for (let at = 0; at < rows.length; at += BATCH) {
			await tx.insert(publicCell).values(rows.slice(at, at + BATCH));
		}
	});
}
