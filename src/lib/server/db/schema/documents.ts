import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	serial,
	text,
	timestamp,
	unique
} from 'drizzle-orm/pg-core';
import { WATCH_DIRECTIONS } from '../../../domain/watch/watch-log.ts';
import { bytea } from '../column-types.ts';

/**
 * What people noted about a commune. Not by the unit's id: boundaries that are taken back and loaded again
 * make units anew, and nobody's words are to be lost with them.
 */
export const remark = pgTable(
	'remark',
	{
		id: serial().primaryKey(),
		unitCode: text('unit_code').notNull(),
		/** First day of the unit's validity, which together with the code says which one is meant. */
		unitFrom: date('unit_from').notNull(),
		text: text().notNull(),
		writtenBy: text('written_by').notNull(),
		writtenAt: timestamp('written_at', { withTimezone: true }).notNull().defaultNow(),
		/** Created while the demonstration data was loaded, and deleted with it; set by a trigger. */
		demonstration: boolean().notNull().default(false)
	},
	(t) => [
		check('remark_text', sql`length(btrim(${t.text})) between 1 and 4000`),
		check('remark_written_by', sql`length(btrim(${t.writtenBy})) between 1 and 80`),
		index('remark_unit').on(t.unitCode, t.unitFrom)
	]
);

/**
 * Alarms of the watch list that a person looked at, with the reason why they may go. By the unit's code and first day, as
 * remarks are.
 */
export const watchAcknowledgement = pgTable(
	'watch_acknowledgement',
	{
		id: serial().primaryKey(),
		unitCode: text('unit_code').notNull(),
		unitFrom: date('unit_from').notNull(),
		trackCode: text('track_code').notNull(),
		direction: text({ enum: WATCH_DIRECTIONS }).notNull(),
		/** Month in which the alarm was first seen: `2026-03`. */
		firstSeen: text('first_seen').notNull(),
		/** The last month that was known when it was acknowledged; its twelve months begin anew after it. */
		acknowledgedIn: text('acknowledged_in').notNull(),
		reason: text().notNull(),
		writtenBy: text('written_by').notNull(),
		writtenAt: timestamp('written_at', { withTimezone: true }).notNull().defaultNow(),
		/** Created while the demonstration data was loaded, and deleted with it; set by a trigger. */
		demonstration: boolean().notNull().default(false)
	},
	(t) => [
		unique('watch_acknowledgement_once').on(
			...[t.unitCode, t.unitFrom, t.trackCode, t.direction, t.firstSeen]
		),
		check('watch_acknowledgement_reason', sql`length(btrim(${t.reason})) between 1 and 1000`),
		check('watch_acknowledgement_by', sql`length(btrim(${t.writtenBy})) between 1 and 80`)
	]
);

/** At most one row: the province's own template of the report. */
export const reportTemplate = pgTable(
	'report_template',
	{
		id: integer().primaryKey(),
		fileName: text('file_name').notNull(),
		body: bytea().notNull(),
		updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
		/** Created while the demonstration data was loaded, and deleted with it; set by a trigger. */
		demonstration: boolean().notNull().default(false)
	},
	(t) => [check('report_template_one_row', sql`${t.id} = 1`)]
);

/** Presentations; each slide names the view that it shows. */
export const story = pgTable(
	'story',
	{
		id: serial().primaryKey(),
		title: text().notNull(),
		/** Raised with every change. */
		revision: integer().notNull().default(1),
		updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
		slides: jsonb().notNull(),
		/** Created while the demonstration data was loaded, and deleted with it; set by a trigger. */
		demonstration: boolean().notNull().default(false)
	},
	(t) => [check('story_title', sql`length(btrim(${t.title})) between 1 and 200`)]
);

/** Plans that were saved: never changed, only decided once. */
export const scenario = pgTable(
	'scenario',
	{
		id: serial().primaryKey(),
		name: text().notNull(),
		author: text().notNull(),
		createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
		dataVersion: integer('data_version').notNull(),
		/** Month up to which things were known: `2026-10`. */
		month: text().notNull(),
		trackCode: text('track_code').notNull(),
		/** First day of the boundaries. */
		frame: date().notNull(),
		inputs: jsonb().notNull(),
		outcome: jsonb().notNull(),
		/** Files and kind of the data of that version; null where they are not known. */
		origin: jsonb(),
		decidedBy: text('decided_by'),
		decidedReason: text('decided_reason'),
		decidedAt: timestamp('decided_at', { withTimezone: true }),
		/** Created while the demonstration data was loaded, and deleted with it; set by a trigger. */
		demonstration: boolean().notNull().default(false)
	},
	(t) => [
		check('scenario_name', sql`length(btrim(${t.name})) between 1 and 120`),
		check('scenario_author', sql`length(btrim(${t.author})) between 1 and 80`),
		check(
			'scenario_decision',
			sql`(${t.decidedAt} is null) = (${t.decidedBy} is null) and (${t.decidedAt} is null) = (${t.decidedReason} is null)`
		)
	]
);
