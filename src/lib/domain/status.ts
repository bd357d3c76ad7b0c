import type { IsoDate } from './period.ts';

/** States of a commune on a track, in the order of the programme. */
export const STATUSES = [
	'none',
	'survey',
	'proposed',
	'approved',
	'active',
	'appraisal',
	'met',
	'not_met',
	'exited',
	'relapsed',
	'succeeded'
] as const;
export type Status = (typeof STATUSES)[number];

/** One dated entry in the record of a unit on a track; entries are added, never changed. */
export interface StatusEvent {
	id: number;
	unitId: number;
	track: string;
	round: number;
	status: Status;
	effectiveDate: IsoDate;
	documentNumber: string | null;
	documentDate: IsoDate | null;
	signatory: string | null;
	note: string | null;
}

const MOVES: Record<Status, readonly Status[]> = {
	none: ['survey'],
	survey: ['proposed'],
	proposed: ['approved'],
	approved: ['active'],
	active: ['appraisal'],
	appraisal: ['met', 'not_met'],
	met: ['exited', 'relapsed'],
	not_met: ['active'],
	exited: ['relapsed'],
	relapsed: ['proposed'],
	succeeded: []
};

export function isStatus(text: string): text is Status {
	return (STATUSES as readonly string[]).includes(text);
}

/** Whether the programme's rules allow a move; any state may be closed by a merger. */
export function isAllowedMove(from: Status, to: Status): boolean {
	return to === 'succeeded' ? from !== 'succeeded' : MOVES[from].includes(to);
}

/** Whether a record may begin with a state. */
export function isOpening(from: Status, to: Status): boolean {
	return from === 'none' && ['survey', 'proposed', 'approved'].includes(to);
}

/** The order in which events took effect; entries of one day keep the order they were recorded in. */
export function byEffect(a: StatusEvent, b: StatusEvent): number {
	return a.effectiveDate < b.effectiveDate
		? -1
		: a.effectiveDate > b.effectiveDate
			? 1
			: a.id - b.id;
}

/**
 * The status on a date: that of the last event on or before it.
 *
 * @param events those of one unit and track, in order of effect
 */
export function statusAt(events: readonly StatusEvent[], date: IsoDate): Status {
	return events.findLast((event) => event.effectiveDate <= date)?.status ?? 'none';
}

/**
 * A status as maps, legends and tables show it: a commune that relapsed and is being transformed again
 * (`retransforming`) differs from one that never reached the goal.
 */
export type ShownStatus = Status | 'retransforming';

const UNDER_WAY: readonly Status[] = ['active', 'appraisal', 'not_met'];

/**
 * The status to show on a date. After a relapse a commune stays `relapsed` until it is in progress again,
 * then it is `retransforming` until it is recognised anew.
 *
 * @param events those of one unit and track, in order of effect
 */
export function shownStatusAt(events: readonly StatusEvent[], date: IsoDate): ShownStatus {
	const status = statusAt(events, date);
	const past = events.filter((event) => event.effectiveDate <= date);
	const relapse = past.findLastIndex((event) => event.status === 'relapsed');
	const recognised = past.findLastIndex((event) => event.status === 'met');
	if (relapse <= recognised) return status;
	if (UNDER_WAY.includes(status)) return 'retransforming';
	return status === 'proposed' || status === 'approved' || status === 'survey'
		? 'relapsed'
		: status;
}

/** A move in a record that the rules do not allow. */
export interface ForbiddenMove {
	event: StatusEvent;
	from: Status;
}

/** Checks one unit's record on one track, in order of effect. A record may begin at any state up to `approved`. */
export function findForbiddenMoves(events: readonly StatusEvent[]): ForbiddenMove[] {
	const forbidden: ForbiddenMove[] = [];
	let from: Status = 'none';
	for (const event of events) {
		if (!isOpening(from, event.status) && !isAllowedMove(from, event.status)) {
			forbidden.push({ event, from });
		}
		from = event.status;
	}
	return forbidden;
}
