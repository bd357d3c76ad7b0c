import { toCsv } from '../csv.ts';
import type { Frames } from '../frames.ts';
import type { StatusEvent } from './status-events.ts';

const HEADER = [
	'unit_code',
	'unit_name',
	'track',
	'round',
	'status',
	'effective_date',
	'document_number',
	'document_date',
	'signatory',
	'note'
];
const ROUND = 1;

/** The status events as a file. Every record belongs to a unit of the second frame, also its closing on the day after that frame's end. */
export function statusFile(
	frames: Frames,
	tracks: readonly { track: string; events: readonly StatusEvent[] }[]
): string {
	const names = new Map(frames.second.units.map((unit) => [unit.code, unit.name]));
	return toCsv(
		HEADER,
		tracks.flatMap(({ track, events }) =>
			events.map((event) => [
				event.code,
				names.get(event.code),
				track,
				ROUND,
				event.status,
				event.effectiveDate,
				event.documentNumber,
				event.documentDate,
				event.signatory,
				'Số liệu minh họa'
			])
		)
	);
}
