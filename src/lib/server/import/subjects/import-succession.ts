import { sql } from 'drizzle-orm';
import { addDays, isIsoDate, type IsoDate } from '#lib/domain/period.ts';
import { rowsOf } from '../../db/database.ts';
import type { FileRun } from '../file-run.ts';
import { openRecords, type TableOptions } from '../tables/open-tables.ts';
import type { TableRecord } from '../tables/read-records.ts';
import { UnitLookup } from '../unit-lookup.ts';

/** A merger table: one row for each old unit and the unit it went into. */
export interface SuccessionRequest extends TableOptions {
	subject: 'succession';
	file: string;
	/** Day on which the change took effect and its document, for tables without such columns. */
	effective?: IsoDate | undefined;
	document?: string | undefined;
}

/** Weights of one unit may miss 1 by this much: they are written with a few digits. */
const WEIGHT_TOLERANCE = 0.001;

interface Row {
	row: TableRecord;
	oldCode: string;
	kind: string;
	fromUnitId: number;
	toUnitId: number;
	populationWeight: number;
	areaWeight: number;
	effective: IsoDate;
	document: string | null;
}

/** Loads a merger table. Old units must end on the day before it takes effect, new ones begin on the day. */
export async function importSuccession(run: FileRun, request: SuccessionRequest): Promise<void> {
	const { records: rows } = await openRecords(run, 'succession', request);
	const units = await UnitLookup.load(run.tx);
	const read = rows
		.map((row) => readRow(run, request, row, units))
		.filter((row) => row !== undefined);
	rejectDuplicates(run, read);
	checkWeights(run, read);
	run.problems.refuseIfWrong();
	await refuseRecorded(run, read);
	run.problems.refuseIfWrong();
	for (const row of read) {
		await run.tx.execute(sql`
			insert into succession (from_unit_id, to_unit_id, kind, population_weight, area_weight,
				effective, document, source_id)
			values (${row.fromUnitId}, ${row.toUnitId}, ${row.kind}, ${row.populationWeight},
				${row.areaWeight}, ${row.effective}::date, ${row.document}, ${run.sourceId})`);
	}
	run.written = read.length;
}

function readRow(
	run: FileRun,
	request: SuccessionRequest,
	row: TableRecord,
	units: UnitLookup
): Row | undefined {
	const { problems } = run;
	const effective = row.get('effective') || request.effective || '';
	if (!isIsoDate(effective)) {
		problems.error('date-unreadable', {
			...row.at('effective'),
			value: effective,
			detail: { option: '--effective' }
		});
		return undefined;
	}
	const from = units.resolve(
		{
			code: row.get('old_code'),
			name: row.get('old_name'),
			date: addDays(effective, -1),
			at: row.at('old_code')
		},
		problems
	);
	const to = units.resolve(
		{
			code: row.get('new_code'),
			name: row.get('new_name'),
			date: effective,
			at: row.at('new_code')
		},
		problems
	);
	const populationWeight = readWeight(run, row, 'population_weight');
	const areaWeight = readWeight(run, row, 'area_weight');
	if (from === undefined || to === undefined) return undefined;
	refuseGapInTime(run, row, units, effective);
	if (populationWeight === undefined || areaWeight === undefined) return undefined;
	const kind = row.get('kind');
	return {
		row,
		oldCode: row.get('old_code'),
		kind: kind === 'parent-change' ? kind : populationWeight < 1 ? 'part' : 'whole',
		fromUnitId: from,
		toUnitId: to,
		populationWeight,
		areaWeight,
		effective,
		document: row.get('document') || row.get('resolution') || request.document || null
	};
}

/** The old unit's last day and the new one's first must meet, or figures would be lost or counted twice. */
function refuseGapInTime(
	run: FileRun,
	row: TableRecord,
	units: UnitLookup,
	effective: IsoDate
): void {
	const eve = addDays(effective, -1);
	const old = units.find(row.get('old_code'), eve);
	const young = units.find(row.get('new_code'), effective);
	const wrong = [
		...(old && old.validTo !== eve ? [{ unit: old, column: 'old_code' }] : []),
		...(young && young.validFrom !== effective ? [{ unit: young, column: 'new_code' }] : [])
	];
	for (const { unit, column } of wrong) {
		run.problems.error('succession-gap-in-time', {
			...row.at(column),
			unit: `${unit.code} ${unit.name}`,
			detail: { from: unit.validFrom, to: unit.validTo ?? '…', date: effective }
		});
	}
}

/** A share between 0 and 1; an empty cell means the whole unit. */
function readWeight(run: FileRun, row: TableRecord, column: string): number | undefined {
	const text = row.get(column);
	if (text === '') return 1;
	const weight = Number(text);
	if (weight >= 0 && weight <= 1) return weight;
	run.problems.error('number-unreadable', { ...row.at(column), value: text });
	return undefined;
}

/** A pair of units stands once: parts of one transfer are one share. */
function rejectDuplicates(run: FileRun, rows: readonly Row[]): void {
	const seen = new Map<string, Row>();
	for (const each of rows) {
		const key = `${each.fromUnitId} ${each.toUnitId}`;
		const first = seen.get(key);
		if (first) {
			run.problems.error('duplicate-row', {
				...each.row.at('old_code'),
				detail: { first: first.row.line }
			});
		} else seen.set(key, each);
	}
}

/** One source states the successors of a unit; a second one would count its population twice. */
async function refuseRecorded(run: FileRun, rows: readonly Row[]): Promise<void> {
	const recorded = await rowsOf<{ unitId: number; source: number }>(
		run.tx,
		sql`select from_unit_id as "unitId", min(source_id) as source from succession group by 1`
	);
	const sources = new Map(recorded.map(({ unitId, source }) => [unitId, source]));
	for (const { row, fromUnitId, oldCode } of rows) {
		const source = sources.get(fromUnitId);
		if (source === undefined) continue;
		run.problems.error('already-recorded', {
			...row.at('old_code'),
			value: oldCode,
			detail: { source }
		});
	}
}

function checkWeights(run: FileRun, rows: readonly Row[]): void {
	for (const column of ['populationWeight', 'areaWeight'] as const) {
		const sums = new Map<number, { sum: number; row: Row }>();
		for (const row of rows) {
			const sum = (sums.get(row.fromUnitId)?.sum ?? 0) + row[column];
			sums.set(row.fromUnitId, { sum, row });
		}
		for (const { sum, row } of sums.values()) {
			if (Math.abs(sum - 1) > WEIGHT_TOLERANCE) {
				run.problems.error('weight-sum', {
					...row.row.at(column === 'areaWeight' ? 'area_weight' : 'population_weight'),
					value: String(Number(sum.toFixed(4))),
					unit: row.oldCode
				});
			}
		}
	}
}
