import { sql } from 'drizzle-orm';
import {
	check,
	date,
	doublePrecision,
	index,
	integer,
	pgTable,
	serial,
	text
} from 'drizzle-orm/pg-core';
import { sourceId } from './sources.ts';
import { unitId } from './units.ts';

export const communityModel = pgTable('community_model', {
	code: text().primaryKey(),
	nameVi: text('name_vi').notNull(),
	nameEn: text('name_en').notNull(),
	foundedOn: date('founded_on'),
	retiredOn: date('retired_on'),
	replicatedFrom: text('replicated_from'),
	sourceId: sourceId()
});

export const modelSite = pgTable(
	'model_site',
	{
		id: serial().primaryKey(),
		code: text().notNull().unique(),
		modelCode: text('model_code')
			.notNull()
			.references(() => communityModel.code, { onDelete: 'cascade' }),
		unitId: unitId(),
		name: text().notNull(),
		foundedOn: date('founded_on').notNull(),
		retiredOn: date('retired_on'),
		lon: doublePrecision(),
		lat: doublePrecision(),
		teams: integer().notNull(),
		replicatedFrom: text('replicated_from'),
		sourceId: sourceId()
	},
	(t) => [
		check('model_site_dates', sql`${t.retiredOn} is null or ${t.retiredOn} >= ${t.foundedOn}`),
		check('model_site_teams', sql`${t.teams} >= 0`),
		index('model_site_source').on(t.sourceId)
	]
);
