import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	doublePrecision,
	index,
	integer,
	pgTable,
	primaryKey,
	serial,
	text,
	timestamp
} from 'drizzle-orm/pg-core';
import { indicator } from './catalogue.ts';
import { source, sourceId } from './sources.ts';
import { unitId } from './units.ts';

/**
 * Whether a figure was reported by its unit, summed up from its former units' reports of a period that a merger
 * cut, or estimated from them by shares.
 */
const figureOrigin = () => text('origin').notNull().default('reported');

/** A reported figure. What was not reported has no row: that is not zero. */
export const observation = pgTable(
	'observation',
	{
		unitId: unitId(),
		indicatorCode: text('indicator_code')
			.notNull()
			.references(() => indicator.code),
		periodStart: date('period_start').notNull(),
		periodEnd: date('period_end').notNull(),
		scheme: text().notNull(),
		value: doublePrecision().notNull(),
		/** It differs from the months before by more than chance explains, and a person said that it is right. */
		confirmed: boolean().notNull().default(false),
		origin: figureOrigin(),
		sourceId: sourceId()
	},
	(t) => [
		primaryKey({ columns: [t.unitId, t.indicatorCode, t.scheme, t.periodStart, t.periodEnd] }),
		check('observation_period', sql`${t.periodEnd} >= ${t.periodStart}`),
		check('observation_scheme', sql`${t.scheme} in ('calendar', 'reporting')`),
		check('observation_origin', sql`${t.origin} in ('reported', 'summed', 'estimated')`),
		check('observation_value', sql`${t.value} >= 0 and ${t.value} < 'infinity'::float8`),
		index('observation_series').on(t.indicatorCode, t.unitId),
		index('observation_source').on(t.sourceId)
	]
);

/** What a figure was before a correction: nothing that was reported is lost. */
export const observationFormer = pgTable(
	'observation_former',
	{
		id: serial().primaryKey(),
		unitId: unitId(),
		indicatorCode: text('indicator_code')
			.notNull()
			.references(() => indicator.code),
		periodStart: date('period_start').notNull(),
		periodEnd: date('period_end').notNull(),
		scheme: text().notNull(),
		value: doublePrecision().notNull(),
		confirmed: boolean().notNull(),
		origin: figureOrigin(),
		/** The source that reported it, and the one that replaced it. */
		sourceId: sourceId(),
		replacedBy: integer('replaced_by')
			.notNull()
			.references(() => source.id, { onDelete: 'cascade' })
	},
	(t) => [
		index('observation_former_series').on(t.unitId, t.indicatorCode),
		index('observation_former_source').on(t.sourceId),
		index('observation_former_replaced_by').on(t.replacedBy)
	]
);

/** A period whose figures are settled: they change only by a correction with a reason. */
export const closedPeriod = pgTable(
	'closed_period',
	{
		scheme: text().notNull(),
		periodStart: date('period_start').notNull(),
		periodEnd: date('period_end').notNull(),
		closedBy: text('closed_by').notNull(),
		closedAt: timestamp('closed_at', { withTimezone: true }).notNull().defaultNow(),
		/** Created while the demonstration data was loaded, and deleted with it; set by a trigger. */
		demonstration: boolean().notNull().default(false)
	},
	(t) => [
		primaryKey({ columns: [t.scheme, t.periodStart, t.periodEnd] }),
		check('closed_period_order', sql`${t.periodEnd} >= ${t.periodStart}`)
	]
);
