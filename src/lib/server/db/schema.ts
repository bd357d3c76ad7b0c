import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	date,
	doublePrecision,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	serial,
	text,
	timestamp,
	unique,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { bytea, multiPolygon } from './column-types.ts';

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

const sourceId = () =>
	integer('source_id')
		.notNull()
		.references(() => source.id, { onDelete: 'cascade' });

const unitId = (name = 'unit_id') =>
	integer(name)
		.notNull()
		.references(() => unit.id, { onDelete: 'cascade' });

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
	/** The whole set-up as it was, in the form of a set-up file; null before the first one. */
	before: jsonb(),
	after: jsonb().notNull()
});

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
		sourceId: sourceId()
	},
	(t) => [
		primaryKey({ columns: [t.unitId, t.indicatorCode, t.scheme, t.periodStart, t.periodEnd] }),
		check('observation_period', sql`${t.periodEnd} >= ${t.periodStart}`),
		check('observation_scheme', sql`${t.scheme} in ('calendar', 'reporting')`),
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
		closedAt: timestamp('closed_at', { withTimezone: true }).notNull().defaultNow()
	},
	(t) => [
		primaryKey({ columns: [t.scheme, t.periodStart, t.periodEnd] }),
		check('closed_period_order', sql`${t.periodEnd} >= ${t.periodStart}`)
	]
);

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
		writtenAt: timestamp('written_at', { withTimezone: true }).notNull().defaultNow()
	},
	(t) => [
		check('remark_text', sql`length(btrim(${t.text})) between 1 and 4000`),
		check('remark_written_by', sql`length(btrim(${t.writtenBy})) between 1 and 80`),
		index('remark_unit').on(t.unitCode, t.unitFrom)
	]
);

/** At most one row: the province's own template of the report. */
export const reportTemplate = pgTable(
	'report_template',
	{
		id: integer().primaryKey(),
		fileName: text('file_name').notNull(),
		body: bytea().notNull(),
		updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow()
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
		slides: jsonb().notNull()
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
		decidedAt: timestamp('decided_at', { withTimezone: true })
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

/** What a person said the columns of a kind of file are, for the next file with the same headings. */
export const columnMapping = pgTable('column_mapping', {
	/** Hash of subject and headings. */
	signature: text().primaryKey(),
	roles: jsonb().$type<Record<string, string>>().notNull(),
	savedAt: timestamp('saved_at', { withTimezone: true }).notNull().defaultNow()
});

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

/** One row: what the whole database is at. Triggers raise the version with every change. */
export const dataState = pgTable(
	'data_state',
	{
		id: integer().primaryKey(),
		dataVersion: bigint('data_version', { mode: 'number' }).notNull(),
		/** The demonstration data was removed on purpose, so starting must not bring it back. */
		demonstrationDeclined: boolean('demonstration_declined').notNull()
	},
	(t) => [check('data_state_one_row', sql`${t.id} = 1`)]
);

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
