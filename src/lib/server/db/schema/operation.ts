import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	doublePrecision,
	integer,
	jsonb,
	pgTable,
	text,
	timestamp
} from 'drizzle-orm/pg-core';
import type { JobKind, JobState } from '#lib/domain/job.ts';
import { bytea } from '../column-types.ts';

/** What a person said the columns of a kind of file are, for the next file with the same headings. */
export const columnMapping = pgTable('column_mapping', {
	/** Hash of subject and headings. */
	signature: text().primaryKey(),
	roles: jsonb().$type<Record<string, string>>().notNull(),
	savedAt: timestamp('saved_at', { withTimezone: true }).notNull().defaultNow(),
	/** Created while the demonstration data was loaded, and deleted with it; set by a trigger. */
	demonstration: boolean().notNull().default(false)
});

/** One row: what the whole database is at. Triggers raise the version with every change. */
export const dataState = pgTable(
	'data_state',
	{
		id: integer().primaryKey(),
		dataVersion: bigint('data_version', { mode: 'number' }).notNull(),
		/** The demonstration data was removed on purpose, so starting must not bring it back. */
		demonstrationDeclined: boolean('demonstration_declined').notNull(),
		/** The project's catalogue was proposed once; from then on it is the province's own. */
		catalogueSeeded: boolean('catalogue_seeded').notNull().default(false)
	},
	(t) => [check('data_state_one_row', sql`${t.id} = 1`)]
);

/** Tasks on files that were started, so that a restart of the server can say what became of them. */
export const job = pgTable('job', {
	id: text().primaryKey(),
	/** The server that runs it: several may share a database. */
	server: text().notNull(),
	kind: text().$type<JobKind>().notNull(),
	/** The file's name, without its folder. */
	file: text().notNull(),
	state: text().$type<JobState>().notNull(),
	failure: text(),
	startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
	endedAt: timestamp('ended_at', { withTimezone: true })
});

/** Boundaries made ready for the map: derived, may be emptied at any time. */
export const boundaryCache = pgTable('boundary_cache', {
	/** Names the set of units and the way of building. */
	key: text().primaryKey(),
	contentHash: text('content_hash').notNull(),
	/** TopoJSON, gzip. */
	body: bytea().notNull(),
	west: doublePrecision().notNull(),
	south: doublePrecision().notNull(),
	east: doublePrecision().notNull(),
	north: doublePrecision().notNull()
});
