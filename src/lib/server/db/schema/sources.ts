import { boolean, integer, jsonb, pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core';

/** Every load is a source; every row points to the one it came from and goes with it. */
export const source = pgTable('source', {
	id: serial().primaryKey(),
	subject: text().notNull(),
	fileName: text('file_name').notNull(),
	sha256: text().notNull(),
	importedAt: timestamp('imported_at', { withTimezone: true }).notNull().defaultNow(),
	importedBy: text('imported_by').notNull(),
	demonstration: boolean().notNull(),
	sensitivity: text().notNull(),
	counts: jsonb().$type<Record<string, number>>().notNull(),
	report: jsonb().$type<unknown>().notNull(),
	/** Why figures of a closed period were corrected. */
	reason: text()
});

/** The load that a row came from; the row goes with it. */
export const sourceId = () =>
	integer('source_id')
		.notNull()
		.references(() => source.id, { onDelete: 'cascade' });
