import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, serial, text, unique } from 'drizzle-orm/pg-core';
import { track } from './catalogue.ts';
import { sourceId } from './sources.ts';
import { unitId } from './units.ts';

/** The record of a unit on a track: entries are appended, never changed. */
export const statusEvent = pgTable(
	'status_event',
	{
		id: serial().primaryKey(),
		unitId: unitId(),
		trackCode: text('track_code')
			.notNull()
			.references(() => track.code),
		round: integer().notNull(),
		status: text().notNull(),
		effectiveDate: date('effective_date').notNull(),
		documentNumber: text('document_number'),
		documentDate: date('document_date'),
		signatory: text(),
		note: text(),
		fileSha256: text('file_sha256'),
		exceptionReason: text('exception_reason'),
		sourceId: sourceId()
	},
	(t) => [
		unique('status_event_once').on(t.unitId, t.trackCode, t.round, t.status, t.effectiveDate),
		check(
			'status_event_status',
			sql`${t.status} in ('none', 'survey', 'proposed', 'approved', 'active', 'appraisal', 'met', 'not_met', 'exited', 'relapsed', 'succeeded')`
		),
		index('status_event_source').on(t.sourceId)
	]
);
