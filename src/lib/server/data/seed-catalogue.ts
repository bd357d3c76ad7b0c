import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { eq, inArray } from 'drizzle-orm';
import { parseCatalogue } from '#lib/domain/setup/catalogue-rows.ts';
import type { Queryable } from '../db/database.ts';
import {
	dataState,
	indicator,
	indicatorHeading,
	indicatorLimit,
	programme,
	setupChange,
	track
} from '../db/schema.ts';
import { resourcePath } from '../resources.ts';

/**
 * Proposes tracks, programmes and indicators to a new database, once. From then on they are the province's
 * own: what it changed or took away stays so, also when a later version proposes something else.
 */
export async function seedCatalogue(db: Queryable): Promise<void> {
	const [state] = await db.select({ seeded: dataState.catalogueSeeded }).from(dataState);
	if (state?.seeded) {
		await proposeHeadings(db);
		return;
	}
	await db.transaction(async (tx) => {
		// Of two that start at once on one server, the second waits here and finds it done.
		const [first] = await tx
			.update(dataState)
			.set({ catalogueSeeded: true })
			.where(eq(dataState.catalogueSeeded, false))
			.returning({ id: dataState.id });
		if (!first) return;
		const { indicators, tracks, programmes, limits, headings } = readCatalogue();
		// In the order in which they refer to each other; rows that are there stay as they are.
		await tx.insert(indicator).values(indicators).onConflictDoNothing();
		await tx.insert(track).values(tracks).onConflictDoNothing();
		await tx.insert(programme).values(programmes).onConflictDoNothing();
		await tx.insert(indicatorLimit).values(limits).onConflictDoNothing();
		await tx.insert(indicatorHeading).values(headings).onConflictDoNothing();
	});
}

/**
 * Headings came later than the other tables: a database that has its catalogue is given those of its own
 * indicators, until something is set up.
 */
async function proposeHeadings(db: Queryable): Promise<void> {
	const [known] = await db.select().from(indicatorHeading).limit(1);
	const [changed] = await db.select({ id: setupChange.id }).from(setupChange).limit(1);
	if (known || changed) return;
	const { headings } = readCatalogue();
	const own = await db
		.select({ code: indicator.code })
		.from(indicator)
		.where(
			inArray(indicator.code, [...new Set(headings.map(({ indicatorCode }) => indicatorCode))])
		);
	const codes = new Set(own.map(({ code }) => code));
	const rows = headings.filter(({ indicatorCode }) => codes.has(indicatorCode));
	if (rows.length > 0) await db.insert(indicatorHeading).values(rows).onConflictDoNothing();
}

/** The catalogue that comes with the product, from `data/catalogue`. */
function readCatalogue() {
	return parseCatalogue((file): unknown =>
		parse(readFileSync(resourcePath(`data/catalogue/${file}.csv`), 'utf8'), { columns: true })
	);
}
