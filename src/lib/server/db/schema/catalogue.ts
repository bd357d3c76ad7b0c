import { sql } from 'drizzle-orm';
import {
	check,
	date,
	doublePrecision,
	integer,
	pgTable,
	primaryKey,
	text,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';

/** A list that a commune can be on, and the indicator that it is judged by. */
export const track = pgTable('track', {
	code: text().primaryKey(),
	nameVi: text('name_vi').notNull(),
	nameEn: text('name_en').notNull(),
	/** Code of the indicator whose monthly counts make the track's trend; null for a track without a trend. */
	leadingIndicator: text('leading_indicator').references((): AnyPgColumn => indicator.code, {
		onUpdate: 'cascade',
		onDelete: 'set null'
	}),
	/** Place in lists. */
	position: integer().notNull().default(0)
});

/** A programme names its document and its years; its rules are data, because provinces differ. */
export const programme = pgTable('programme', {
	code: text().primaryKey(),
	nameVi: text('name_vi').notNull(),
	nameEn: text('name_en').notNull(),
	trackCode: text('track_code')
		.notNull()
		.references(() => track.code),
	document: text().notNull(),
	startsOn: date('starts_on').notNull(),
	endsOn: date('ends_on')
});

export const target = pgTable(
	'target',
	{
		programmeCode: text('programme_code')
			.notNull()
			.references(() => programme.code, { onDelete: 'cascade' }),
		metric: text().notNull(),
		value: doublePrecision().notNull()
	},
	(t) => [primaryKey({ columns: [t.programmeCode, t.metric] })]
);

/** The catalogue of indicators, which a province edits. */
export const indicator = pgTable(
	'indicator',
	{
		code: text().primaryKey(),
		/** Place in lists. */
		position: integer().notNull(),
		nameVi: text('name_vi').notNull(),
		nameEn: text('name_en').notNull(),
		unitVi: text('unit_vi').notNull(),
		unitEn: text('unit_en').notNull(),
		aggregation: text().notNull(),
		periodicity: text().notNull(),
		better: text().notNull(),
		numeratorCode: text('numerator_code'),
		denominatorCode: text('denominator_code'),
		/** Days after the end of a period by which its report is due. */
		dueDays: integer('due_days').notNull().default(15)
	},
	(t) => [
		check('indicator_aggregation', sql`${t.aggregation} in ('sum', 'latest', 'ratio')`),
		check('indicator_periodicity', sql`${t.periodicity} in ('month', 'quarter', 'year')`),
		check('indicator_better', sql`${t.better} in ('lower', 'higher', 'depends')`),
		check('indicator_due_days', sql`${t.dueDays} between 0 and 366`)
	]
);

/** Further headings under which a province's own forms have an indicator. */
export const indicatorHeading = pgTable(
	'indicator_heading',
	{
		indicatorCode: text('indicator_code')
			.notNull()
			.references(() => indicator.code, { onDelete: 'cascade', onUpdate: 'cascade' }),
		heading: text().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.indicatorCode, t.heading] }),
		check('indicator_heading_text', sql`length(btrim(${t.heading})) between 1 and 200`)
	]
);

/** A part is no larger than its whole: cleared cases and recorded ones. Of one unit and period. */
export const indicatorLimit = pgTable(
	'indicator_limit',
	{
		partCode: text('part_code')
			.notNull()
			.references(() => indicator.code),
		wholeCode: text('whole_code')
			.notNull()
			.references(() => indicator.code)
	},
	(t) => [primaryKey({ columns: [t.partCode, t.wholeCode] })]
);
