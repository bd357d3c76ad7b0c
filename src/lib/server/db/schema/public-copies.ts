import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	jsonb,
	pgTable,
	serial,
	text,
	timestamp
} from 'drizzle-orm/pg-core';
import type { CellTerm } from '#lib/domain/disclosure/plan-message.ts';
import { indicator } from './catalogue.ts';

/** Files that were written for the public. */
export const publicCopy = pgTable('public_copy', {
	id: serial().primaryKey(),
	/** Where it was fetched: `/export/map/atlas.pdf`. */
	file: text().notNull(),
	madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
	dataVersion: bigint('data_version', { mode: 'number' }).notNull(),
	/** Created while the demonstration data was loaded, and deleted with it; set by a trigger. */
	demonstration: boolean().notNull().default(false)
});

/**
 * The ledger of public copies: which counts and totals were shown or hidden from a copy on. Not by the unit's id:
 * boundaries that are taken back and loaded again make units anew, and what was hidden stays hidden.
 */
export const publicCell = pgTable(
	'public_cell',
	{
		id: serial().primaryKey(),
		copyId: integer('copy_id')
			.notNull()
			.references(() => publicCopy.id, { onDelete: 'cascade' }),
		indicatorCode: text('indicator_code')
			.notNull()
			.references(() => indicator.code, { onDelete: 'cascade', onUpdate: 'cascade' }),
		year: integer().notNull(),
		/** What it is the sum of: units by code and first day, each with its weight. */
		terms: jsonb().$type<readonly CellTerm[]>().notNull(),
		state: text().$type<'hidden' | 'shown'>().notNull()
	},
	(t) => [
		check('public_cell_state', sql`${t.state} in ('hidden', 'shown')`),
		index('public_cell_copy').on(t.copyId),
		index('public_cell_year').on(t.indicatorCode, t.year)
	]
);
