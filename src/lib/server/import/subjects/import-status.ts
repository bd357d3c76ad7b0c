import { sql } from 'drizzle-orm';
import { searchKey } from '#lib/domain/name.ts';
import { addDays, isIsoDate } from '#lib/domain/period.ts';
import { byEffect, findForbiddenMoves, isStatus, type StatusEvent } from '#lib/domain/status.ts';
import { splitKind } from '#lib/domain/unit-name.ts';
import { statusEvent } from '../../db/schema.ts';
import { refuseOtherFrames } from '../check-frames.ts';
import type { FileRun } from '../file-run.ts';
import { namedUnit } from '../named-unit.ts';
import { openRecords, type TableOptions } from '../tables/open-tables.ts';
import type { TableRecord } from '../tables/read-records.ts';
import { UnitLookup, type NamedUnit } from '../unit-lookup.ts';

/** Status events: one row for each event of a unit on a track. */
export interface StatusRequest extends TableOptions {
	subject: 'status';
	file: string;
	/** The track of tables that do not name one. */
	track?: string | undefined;
}

/** An event of the file; its `id` is its place among the rows, so that events of one day keep their order. */
interface ReadEvent {
	row: TableRecord;
	event: StatusEvent;
}

/** Loads status events; every move must be one that the programme's rules allow. */
export async function importStatus(run: FileRun, request: StatusRequest): Promise<void> {
	const { records, catalogue } = await openRecords(run, 'status', request);
	const units = await UnitLookup.load(run.tx);
	refuseOtherFrames(records.flatMap(unitOnDate), units, run.problems);
	const tracks = new Set(catalogue.tracks.map((track) => track.code));
	const rows = records.map((row, index) => readRow(run, request, row, index, units, tracks));
	const read = rows.filter((each) => each !== undefined);
	await checkMoves(
		run,
		units,
		read,
		records.filter((_, index) => rows[index] === undefined)
	);
	run.problems.refuseIfWrong();
	for (const { row, event } of read) {
		await run.tx.execute(sql`
			insert into status_event (unit_id, track_code, round, status, effective_date, document_number,
				document_date, signatory, note, exception_reason, source_id)
			values (${event.unitId}, ${event.track}, ${event.round}, ${event.status},
				${event.effectiveDate}::date, ${event.documentNumber}, ${event.documentDate}::date,
				${event.signatory}, ${event.note}, ${row.get('exception_reason') || null}, ${run.sourceId})`);
	}
	run.written = read.length;
}

/** The commune of a row on the day on which it is meant; none where the date cannot be read. */
function unitOnDate(row: TableRecord): NamedUnit[] {
	const date = row.get('effective_date');
	if (!isIsoDate(date)) return [];
	return [namedUnit(row, row.get('status') === 'succeeded' ? addDays(date, -1) : date)];
}

function readRow(
	run: FileRun,
	request: StatusRequest,
	row: TableRecord,
	index: number,
	units: UnitLookup,
	tracks: Set<string>
): ReadEvent | undefined {
	const { problems } = run;
	const status = row.get('status');
	const effectiveDate = row.get('effective_date');
	const documentDate = row.get('document_date');
	const track = row.get('track') || (request.track ?? '');
	const round = Number(row.get('round') || 1);
	if (!isStatus(status)) problems.error('status-unknown', { ...row.at('status'), value: status });
	if (!tracks.has(track)) problems.error('track-unknown', { ...row.at('track'), value: track });
	if (!Number.isInteger(round) || round < 1) {
		problems.error('number-unreadable', { ...row.at('round'), value: row.get('round') });
	}
	if (documentDate !== '' && !isIsoDate(documentDate)) {
		problems.error('date-unreadable', { ...row.at('document_date'), value: documentDate });
	}
	if (!isIsoDate(effectiveDate)) {
		problems.error('date-unreadable', { ...row.at('effective_date'), value: effectiveDate });
		return undefined;
	}
	// A unit is closed on the day its successor begins, which is the day after its last.
	const date = status === 'succeeded' ? addDays(effectiveDate, -1) : effectiveDate;
	const unitId = units.resolve(namedUnit(row, date), problems);
	if (unitId === undefined || !isStatus(status) || !tracks.has(track)) return undefined;
	const event = {
		id: index,
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
	return { row, event };
}

/** More entries than any province will have. */
const RECORDED_BEFORE = 1_000_000_000;

/** Rows that say something new; those that repeat an entry are noted. */
function listFresh(
	run: FileRun,
	recorded: readonly (StatusEvent & { sourceId: number })[],
	added: readonly ReadEvent[]
): ReadEvent[] {
	const keyOf = ({ unitId, track, round, status, effectiveDate }: StatusEvent) =>
		[unitId, track, round, status, effectiveDate].join(' ');
	const sources = new Map(recorded.map((event) => [keyOf(event), event.sourceId]));
	const lines = new Map<string, number>();
	return added.filter(({ row, event }) => {
		const key = keyOf(event);
		const [source, first] = [sources.get(key), lines.get(key)];
		lines.set(key, first ?? row.line);
		const at = { ...row.at('status'), value: event.status };
		if (source !== undefined) run.problems.error('event-recorded', { ...at, detail: { source } });
		else if (first !== undefined) run.problems.error('duplicate-row', { ...at, detail: { first } });
		return source === undefined && first === undefined;
	});
}

/** The code of a row's unit, else its name as names compare. */
function unitKey(row: TableRecord): string {
	return row.get('unit_code') || searchKey(splitKind(row.get('unit_name')).name);
}

/**
 * Checks whole records: what is there already together with what the file adds. A record goes on through
 * plain continuations of a unit; a commune that was made by a merger begins its own, also where it kept the
 * code and name of one that went into it.
 *
 * @param unread rows that could not be read: the records of their units have holes, whose moves say nothing
 */
async function checkMoves(
	run: FileRun,
	units: UnitLookup,
	added: readonly ReadEvent[],
	unread: readonly TableRecord[]
): Promise<void> {
	const recorded = (await run.tx.select().from(statusEvent)).flatMap((row) =>
		// Recorded before, so that among entries of one day they come first.
		isStatus(row.status)
			? [{ ...row, id: row.id - RECORDED_BEFORE, track: row.trackCode, status: row.status }]
			: []
	);
	const fresh = listFresh(run, recorded, added);
	const holes = new Set(unread.map(unitKey));
	// A row that names no known unit may be of any record.
	const known = new Set(units.units.flatMap(({ code, name }) => [code, searchKey(name)]));
	if ([...holes].some((key) => !known.has(key))) return;
	const broken = new Set(
		units.units
			.filter(({ code, name }) => holes.has(code) || holes.has(searchKey(name)))
			.map(({ id }) => units.originOf(id))
	);
	const records = new Map<string, StatusEvent[]>();
	for (const event of [...recorded, ...fresh.map(({ event }) => event)]) {
		const origin = units.originOf(event.unitId);
		if (broken.has(origin)) continue;
		const key = `${origin} ${event.track}`;
		const record = records.get(key) ?? [];
		record.push(event);
		records.set(key, record);
	}
	const labels = new Map(units.units.map(({ id, code, name }) => [id, `${code} ${name}`]));
	const rows = new Map(fresh.map(({ row, event }) => [event.id, row]));
	for (const record of records.values()) {
		for (const { event, from } of findForbiddenMoves(record.sort(byEffect))) {
			const row = rows.get(event.id);
			// An authorised person may record an exception, with its reason.
			if (!row || row.get('exception_reason') !== '') continue;
			run.problems.error('move-not-allowed', {
				...row.at('status'),
				value: event.status,
				unit: labels.get(event.unitId) ?? '',
				detail: { from, date: event.effectiveDate }
			});
		}
	}
}
