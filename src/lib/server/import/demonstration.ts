import { count, eq } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { DemonstrationParts } from '#lib/domain/demonstration-parts.ts';
import type { Queryable } from '../db/database.ts';
import {
	boundaryCache,
	closedPeriod,
	columnMapping,
	dataState,
	provinceSettings,
	publicCopy,
	remark,
	reportTemplate,
	scenario,
	source,
	story,
	watchAcknowledgement
} from '../db/schema.ts';

/** What people made while only the demonstration data was loaded: it is about it, and goes with it. */
const MADE = {
	plans: scenario,
	stories: story,
	remarks: remark,
	acknowledgements: watchAcknowledgement,
	closedMonths: closedPeriod,
	templates: reportTemplate,
	mappings: columnMapping
} as const;

/** How much goes when the demonstration data is replaced or cleared. */
export async function countDemonstration(db: Queryable): Promise<DemonstrationParts> {
	const sources = await countMarked(db, source, source.demonstration);
	const parts = {
		sources,
		plans: 0,
		stories: 0,
		remarks: 0,
		acknowledgements: 0,
		closedMonths: 0,
		templates: 0,
		mappings: 0
	};
	for (const [part, table] of Object.entries(MADE)) {
		parts[part as keyof typeof MADE] = await countMarked(db, table, table.demonstration);
	}
	return parts;
}

async function countMarked(db: Queryable, table: PgTable, marked: PgColumn): Promise<number> {
	const [row] = await db.select({ count: count() }).from(table).where(eq(marked, true));
	return row?.count ?? 0;
}

/**
 * Deletes everything of the demonstration: what its sources brought, what people made of it, its province;
 * and remembers that this was wanted. The catalogue and what belongs to real data stay.
 */
export async function removeDemonstration(tx: Queryable): Promise<void> {
	for (const table of Object.values(MADE)) {
		await tx.delete(table).where(eq(table.demonstration, true));
	}
	await tx.delete(publicCopy).where(eq(publicCopy.demonstration, true));
	await tx.delete(source).where(eq(source.demonstration, true));
	await tx.delete(boundaryCache);
	await tx.delete(provinceSettings).where(eq(provinceSettings.demonstration, true));
	await tx.update(dataState).set({ demonstrationDeclined: true });
}
