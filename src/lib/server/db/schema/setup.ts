import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	integer,
	jsonb,
	pgTable,
	serial,
	text,
	timestamp
} from 'drizzle-orm/pg-core';
import type { StoredSetup } from '#lib/domain/setup/setup.ts';

/** At most one row: which province the installation is about. */
export const provinceSettings = pgTable(
	'province_settings',
	{
		id: integer().primaryKey(),
		/** Two digits, as the national directory has it; null for a province that is not in it. */
		code: text(),
		name: text().notNull(),
		kind: text().notNull(),
		/** VN-2000 zone of the province's own maps, such as EPSG:9205. */
		crs: text(),
		/** Calendar of the monthly figures that everything is computed from. */
		calendar: text().notNull(),
		/** Brought by the demonstration data, and gone with it. */
		demonstration: boolean().notNull().default(false)
	},
	(t) => [
		check('province_settings_one_row', sql`${t.id} = 1`),
		check('province_settings_name', sql`length(btrim(${t.name})) between 1 and 120`),
		check('province_settings_kind', sql`${t.kind} in ('Tỉnh', 'Thành phố')`),
		check('province_settings_calendar', sql`${t.calendar} in ('calendar', 'reporting')`)
	]
);

/** What was set up before a change: nothing of it is lost. */
export const setupChange = pgTable('setup_change', {
	id: serial().primaryKey(),
	changedBy: text('changed_by').notNull(),
	changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
	/** The whole set-up as it was, in the form of a set-up file; without a province before the first one. */
	before: jsonb().$type<StoredSetup>(),
	after: jsonb().$type<StoredSetup>().notNull()
});
