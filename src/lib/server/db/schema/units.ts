import { sql } from 'drizzle-orm';
import {
	check,
	date,
	doublePrecision,
	index,
	integer,
	pgTable,
	serial,
	text,
	unique
} from 'drizzle-orm/pg-core';
import { multiPolygon } from '../column-types.ts';
import { sourceId } from './sources.ts';

/** An administrative unit during one period of validity (a migration adds the exclusion constraint). */
export const unit = pgTable(
	'unit',
	{
		id: serial().primaryKey(),
		code: text().notNull(),
		name: text().notNull(),
		kind: text().notNull(),
		level: text().notNull(),
		parentName: text('parent_name'),
		validFrom: date('valid_from').notNull(),
		validTo: date('valid_to'),
		geom: multiPolygon().notNull(),
		labelLon: doublePrecision('label_lon').notNull(),
		labelLat: doublePrecision('label_lat').notNull(),
		areaKm2: doublePrecision('area_km2').notNull(),
		sourceId: sourceId()
	},
	(t) => [
		check('unit_level', sql`${t.level} in ('commune', 'district', 'province')`),
		check('unit_validity', sql`${t.validTo} is null or ${t.validTo} >= ${t.validFrom}`),
		check('unit_geom_valid', sql`ST_IsValid(${t.geom}) and not ST_IsEmpty(${t.geom})`),
		index('unit_geom').using('gist', t.geom),
		index('unit_source').on(t.sourceId)
	]
);

/** The unit that a row is about; the row goes with it. */
export const unitId = (name = 'unit_id') =>
	integer(name)
		.notNull()
		.references(() => unit.id, { onDelete: 'cascade' });

/** Old unit → new unit, with the share that went over and the law. */
export const succession = pgTable(
	'succession',
	{
		id: serial().primaryKey(),
		fromUnitId: unitId('from_unit_id'),
		toUnitId: unitId('to_unit_id'),
		kind: text().notNull(),
		populationWeight: doublePrecision('population_weight').notNull(),
		areaWeight: doublePrecision('area_weight').notNull(),
		effective: date().notNull(),
		document: text(),
		sourceId: sourceId()
	},
	(t) => [
		unique('succession_once').on(t.fromUnitId, t.toUnitId),
		check('succession_kind', sql`${t.kind} in ('whole', 'part', 'parent-change')`),
		check(
			'succession_weights',
			sql`${t.populationWeight} between 0 and 1 and ${t.areaWeight} between 0 and 1`
		)
	]
);
