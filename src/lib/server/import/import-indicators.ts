import { sql } from 'drizzle-orm';
import {
	calendarMonth,
	calendarQuarter,
	calendarYear,
	reportingMonth,
	SCHEMES,
	toMonth,
	type Period
} from '#lib/domain/period.ts';
import { copyRows, textField } from '../db/copy.ts';
import { rowsOf } from '../db/database.ts';
import type { FileRun } from './file-run.ts';
import { splitKind } from './boundary-fields.ts';
import { readCsv, type CsvRow } from './read-csv.ts';
import { UnitLookup } from './unit-lookup.ts';

/** Figures: one row for each unit, indicator and year, with columns m1–m12, q1–q4 and y. */
export interface IndicatorRequest {
	subject: 'indicators';
	file: string;
}

interface Cell {
	line: number;
	column: string;
	unitId: number;
	indicator: string;
	period: Period;
	value: string;
}

/** Loads figures. An empty cell means "not reported", which is not zero. */
export async function importIndicators(run: FileRun, _request: IndicatorRequest): Promise<void> {
	const rows = await readCsv(run, ['unit_code', 'indicator', 'year']);
	const units = await UnitLookup.load(run.tx);
	const known = new Set(
		(await rowsOf<{ code: string }>(run.tx, sql`select code from indicator`)).map((row) => row.code)
	);
	const cells = rows.flatMap((row) => readRow(run, row, units, known));
	refuseDoubles(run, cells);
	run.problems.refuseIfWrong();
	await stage(run, cells);
	await refuseRecorded(run);
	run.problems.refuseIfWrong();
	const written = await rowsOf(
		run.tx,
		sql`insert into observation (unit_id, indicator_code, period_start, period_end, scheme, value, source_id)
			select unit_id::int, indicator, period_start::date, period_end::date, scheme, value::float8, ${run.sourceId}::int
			from staged_observation returning unit_id`
	);
	run.written = written.length;
}

function readRow(run: FileRun, row: CsvRow, units: UnitLookup, known: Set<string>): Cell[] {
	const { problems } = run;
	const indicator = row.get('indicator');
	if (!known.has(indicator)) {
		problems.error('indicator-unknown', { row: row.line, column: 'indicator', value: indicator });
		return [];
	}
	const year = Number(row.get('year'));
	if (!Number.isInteger(year) || year < 1990 || year > 2200) {
		problems.error('number-unreadable', { row: row.line, column: 'year', value: row.get('year') });
		return [];
	}
	const scheme = SCHEMES.find((scheme) => scheme === (row.get('scheme') || 'calendar'));
	if (!scheme) {
		problems.error('number-unreadable', {
			row: row.line,
			column: 'scheme',
			value: row.get('scheme')
		});
		return [];
	}
	const today = new Date().toISOString().slice(0, 10);
	const cells: Cell[] = [];
	for (const { column, period } of listPeriods(year, scheme)) {
		const value = row.get(column);
		if (value === '') continue;
		if (!/^\d+(\.\d+)?$/.test(value) || !Number.isFinite(Number(value))) {
			problems.error('number-unreadable', { row: row.line, column, value });
			continue;
		}
		if (period.start > today) {
			problems.error('period-in-future', { row: row.line, column, value: `${column} ${year}` });
			continue;
		}
		const unitId = units.resolve(
			{
				code: row.get('unit_code'),
				name: splitKind(row.get('unit_name')).name,
				date: period.end,
				row: row.line,
				column: 'unit_code'
			},
			problems
		);
		if (unitId === undefined) break;
		cells.push({ line: row.line, column, unitId, indicator, period, value });
	}
	return cells;
}

/** The periods of a year by column: m1–m12, q1–q4, y. */
function listPeriods(year: number, scheme: Period['scheme']): { column: string; period: Period }[] {
	const month = scheme === 'calendar' ? calendarMonth : reportingMonth;
	const months = Array.from({ length: 12 }, (_, index) => ({
		column: `m${index + 1}`,
		period: month(toMonth(year, index + 1))
	}));
	if (scheme === 'reporting') return months;
	const quarters = [1, 2, 3, 4].map((quarter) => ({
		column: `q${quarter}`,
		period: calendarQuarter(year, quarter)
	}));
	return [...months, ...quarters, { column: 'y', period: calendarYear(year) }];
}

function refuseDoubles(run: FileRun, cells: readonly Cell[]): void {
	const seen = new Map<string, Cell>();
	for (const cell of cells) {
		const key = `${cell.unitId} ${cell.indicator} ${cell.period.scheme} ${cell.period.start} ${cell.period.end}`;
		const first = seen.get(key);
		if (first) {
			run.problems.error('duplicate-row', {
				row: cell.line,
				column: cell.column,
				value: cell.value,
				detail: { first: first.line }
			});
		} else seen.set(key, cell);
	}
}

async function stage(run: FileRun, cells: readonly Cell[]): Promise<void> {
	await run.tx.execute(sql`drop table if exists staged_observation`);
	await run.tx.execute(sql`
		create temp table staged_observation (line text, unit_id text, indicator text, period_start text,
			period_end text, scheme text, value text) on commit drop`);
	await copyRows(
		run.tx,
		'staged_observation (line, unit_id, indicator, period_start, period_end, scheme, value)',
		cells.map(({ line, unitId, indicator, period, value }) =>
			[String(line), String(unitId), indicator, period.start, period.end, period.scheme, value].map(
				textField
			)
		)
	);
}

/** Figures that are there already: a correction is another thing than a second report. */
async function refuseRecorded(run: FileRun): Promise<void> {
	const rows = await rowsOf<{ line: number; indicator: string; start: string; source: number }>(
		run.tx,
		sql`select s.line::int as line, s.indicator, s.period_start as start, o.source_id as source
			from staged_observation s join observation o
				on o.unit_id = s.unit_id::int and o.indicator_code = s.indicator and o.scheme = s.scheme
				and o.period_start = s.period_start::date and o.period_end = s.period_end::date
			order by 1`
	);
	for (const row of rows) {
		run.problems.error('already-recorded', {
			row: row.line,
			value: `${row.indicator} ${row.start}`,
			detail: { source: row.source }
		});
	}
}
