import { sql } from 'drizzle-orm';
import { isIsoDate } from '#lib/domain/period.ts';
import { byEffect, findForbiddenMoves, isStatus, type StatusEvent } from '#lib/domain/status.ts';
import { rowsOf } from '../db/database.ts';
import type { FileRun } from './file-run.ts';
import { addDays } from '#lib/domain/period.ts';
import { splitKind } from './boundary-fields.ts';
import { readCsv, type CsvRow } from './read-csv.ts';
import { UnitLookup } from './unit-lookup.ts';

/** Status events: one row for each event of a unit on a track. */
export interface StatusRequest {
	subject: 'status';
	file: string;
}

/** Loads status events; every move must be one that the programme's rules allow. */
export async function importStatus(run: FileRun, _request: StatusRequest): Promise<void> {
	const rows = await readCsv(run, ['unit_code', 'track', 'status', 'effective_date']);
	const units = await UnitLookup.load(run.tx);
	const tracks = new Set(
		(await rowsOf<{ code: string }>(run.tx, sql`select code from track`)).map((row) => row.code)
	);
	const events = rows
		.map((row) => readRow(run, row, units, tracks))
		.filter((event) => event !== undefined);
	run.problems.refuseIfWrong();
	await checkMoves(run, events);
	run.problems.refuseIfWrong();
	for (const event of events) {
		await run.tx.execute(sql`
			insert into status_event (unit_id, track_code, round, status, effective_date, document_number,
				document_date, signatory, note, source_id)
			values (${event.unitId}, ${event.track}, ${event.round}, ${event.status},
				${event.effectiveDate}::date, ${event.documentNumber}, ${event.documentDate}::date,
				${event.signatory}, ${event.note}, ${run.sourceId})`);
	}
	run.written = events.length;
}

/** An event of the file; `id` is its row, so that events of one day keep the file's order. */
function readRow(
	run: FileRun,
	row: CsvRow,
	units: UnitLookup,
	tracks: Set<string>
): StatusEvent | undefined {
	const { problems } = run;
	const at = { row: row.line };
	const status = row.get('status');
	const effectiveDate = row.get('effective_date');
	const documentDate = row.get('document_date');
	const track = row.get('track');
	const round = Number(row.get('round') || 1);
	if (!isStatus(status))
		problems.error('status-unknown', { ...at, column: 'status', value: status });
	if (!tracks.has(track)) problems.error('track-unknown', { ...at, column: 'track', value: track });
	if (!Number.isInteger(round) || round < 1) {
		problems.error('number-unreadable', { ...at, column: 'round', value: row.get('round') });
	}
	if (documentDate !== '' && !isIsoDate(documentDate)) {
		problems.error('date-unreadable', { ...at, column: 'document_date', value: documentDate });
	}
	if (!isIsoDate(effectiveDate)) {
		problems.error('date-unreadable', { ...at, column: 'effective_date', value: effectiveDate });
		return undefined;
	}
	const unitId = units.resolve(
		{
			code: row.get('unit_code'),
			name: splitKind(row.get('unit_name')).name,
			// A unit is closed on the day its successor begins, which is the day after its last.
			date: status === 'succeeded' ? addDays(effectiveDate, -1) : effectiveDate,
			row: row.line,
			column: 'unit_code'
		},
		problems
	);
	if (unitId === undefined || !isStatus(status)) return undefined;
	return {
		id: row.line,
		unitId,
		track,
		round,
		status,
		effectiveDate,
		documentNumber: row.get('document_number') || null,
		documentDate: documentDate || null,
		signatory: row.get('signatory') || null,
		note: row.get('note') || null
	};
}

/**
 * Checks whole records: what is there already together with what the file adds. A record goes on through
 * plain continuations of a unit (same code and name), so records are joined by code and name.
 */
async function checkMoves(run: FileRun, added: readonly StatusEvent[]): Promise<void> {
	const recorded = await rowsOf<StatusEvent & { code: string; name: string }>(
		run.tx,
		sql`select e.id - 1000000000 as id, e.unit_id as "unitId", e.track_code as track, e.round, e.status,
				e.effective_date::text as "effectiveDate", u.code, u.name
			from status_event e join unit u on u.id = e.unit_id`
	);
	const names = await rowsOf<{ id: number; key: string }>(
		run.tx,
		sql`select id, code || ' ' || name as key from unit`
	);
	const keyOf = new Map(names.map((unit) => [unit.id, unit.key]));
	const records = new Map<string, StatusEvent[]>();
	for (const event of [...recorded, ...added]) {
		const key = `${keyOf.get(event.unitId)} ${event.track}`;
		const record = records.get(key) ?? [];
		record.push(event);
		records.set(key, record);
	}
	for (const record of records.values()) {
		for (const { event, from } of findForbiddenMoves(record.sort(byEffect))) {
			if (event.id < 0) continue;
			run.problems.error('move-not-allowed', {
				row: event.id,
				column: 'status',
				value: event.status,
				unit: keyOf.get(event.unitId) ?? '',
				detail: { from, date: event.effectiveDate }
			});
		}
	}
}
