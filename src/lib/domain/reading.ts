import { findCommonStatus, composeStatuses } from './composition.ts';
import { frameMonths, listContinued, recordOf, type History } from './history.ts';
import type { StatusClass } from './map-class.ts';
import { addDays, monthEnd, monthOf, type IsoDate, type Month } from './period.ts';
import { shownStatusAt, type ShownStatus } from './status.ts';
import { findContinuation, listAncestors } from './succession.ts';
import { timelineStart } from './timeline.ts';
import { isValidOn, type Frame } from './unit.ts';

/**
 * Two readings of history. *As reported*: each month on the boundaries of its time. *On the boundaries of a
 * frame*: all months carried onto its units – counts and populations summed, statuses as composition, and
 * nothing of later, larger units split back onto smaller ones.
 */

/** What is shown of a frame: its own months, or in the reading on its boundaries all months up to the last. */
export interface MatrixScope {
	frame: Frame;
	last: Month;
	all: boolean;
}

/** The months that a scope shows. */
export function monthsShown(
	history: Pick<History, 'firstMonth' | 'calendar'>,
	{ frame, last, all }: MatrixScope
): { from: Month; to: Month } {
	return all
		? { from: timelineStart(history, last), to: last }
		: frameMonths(frame, last, history.calendar);
}

type Known = Pick<History, 'units' | 'lineage' | 'events'>;

/** The last unit of the chain of plain continuations that a unit is in: the same land and people. */
export function latestSelf(history: Pick<History, 'lineage'>, unitId: number): number {
	let latest = unitId;
	for (;;) {
		const next = continuedBy(history.lineage).get(latest);
		if (next === undefined) return latest;
		latest = next;
	}
}

const CONTINUED = new WeakMap<object, Map<number, number>>();

/** For each unit that plainly goes on as another one, that one. */
function continuedBy(lineage: History['lineage']): Map<number, number> {
	let known = CONTINUED.get(lineage);
	if (!known) {
		known = new Map();
		for (const unitId of lineage.keys()) {
			const former = findContinuation(lineage, unitId);
			if (former !== undefined) known.set(former, unitId);
		}
		CONTINUED.set(lineage, known);
	}
	return known;
}

/** Whether a unit's land had figures of its own in a month, or of smaller units that can be summed. */
export function isAvailableIn(
	history: Pick<History, 'units' | 'lineage' | 'calendar'>,
	unitId: number,
	month: Month
): boolean {
	const { validTo } = history.units.get(latestSelf(history, unitId))!;
	return validTo === null || monthEnd(month, history.calendar) <= validTo;
}

/** A unit that another one is made of, with its state. */
export interface Member {
	unitId: number;
	status: ShownStatus;
}

/** What a unit is on a track: one state of its own, or what its members were. */
export type Makeup = { own: ShownStatus } | { members: Member[] } | 'not-available';

/**
 * What a unit's land was on a track on a date.
 *
 * While the unit existed, its own state; until it has one, and on all days before it was made, the states
 * of the units it was made of.
 */
export function makeupOn(history: Known, unitId: number, track: string, date: IsoDate): Makeup {
	const latest = latestSelf(history, unitId);
	const { validTo } = history.units.get(latest)!;
	if (validTo !== null && date > validTo) return 'not-available';
	const chain = listContinued(history, latest);
	const root = chain.at(-1)!;
	if (date < history.units.get(root)!.validFrom) {
		const members = listAncestors(history.lineage, root)
			.filter(({ unitId: id }) => id !== root && isValidOn(history.units.get(id)!, date))
			.flatMap(({ unitId: id }) => membersOn(history, id, track, date));
		return members.length > 0 ? { members } : 'not-available';
	}
	const own = shownStatusAt(recordOf(history, latest, track), date);
	if (own !== 'none') return { own };
	const merged = membersAtMerger(history, root, track);
	return merged.length > 0 ? { members: merged } : { own };
}

/** A unit as a member of another one: itself, or where it has no record since its own merger, its members. */
function membersOn(history: Known, unitId: number, track: string, date: IsoDate): Member[] {
	const status = shownStatusAt(recordOf(history, unitId, track), date);
	if (status !== 'none') return [{ unitId, status }];
	const inner = membersAtMerger(history, unitId, track);
	if (inner.length === 0) return [{ unitId, status }];
	const common = findCommonStatus(composeStatuses(inner.map((member) => member.status)));
	return common === undefined ? inner : [{ unitId, status: common }];
}

/**
 * What a merged unit, or the one that it plainly continues, was made of, as each was on its last day; empty for one
 * that never was merged.
 */
export function membersAtMerger(history: Known, unitId: number, track: string): Member[] {
	const root = listContinued(history, unitId).at(-1)!;
	const formers = history.lineage.get(root) ?? [];
	const eve = addDays(history.units.get(root)!.validFrom, -1);
	return formers.flatMap(({ unitId: former }) => membersOn(history, former, track, eve));
}

/** The class that a map shows of a makeup; undefined where there is none on these boundaries. */
export function makeupClass(makeup: Makeup): StatusClass | undefined {
	if (makeup === 'not-available') return undefined;
	if ('own' in makeup) return makeup.own;
	return findCommonStatus(composeStatuses(makeup.members.map(({ status }) => status))) ?? 'mixed';
}

/** A stretch of months over which a unit's makeup is the same. */
export interface MakeupRun {
	from: Month;
	makeup: Makeup;
}

/** A unit's makeup over months, as runs. */
export function makeupRuns(
	history: Known & Pick<History, 'calendar'>,
	unitId: number,
	track: string,
	months: { from: Month; to: Month }
): MakeupRun[] {
	const runs: MakeupRun[] = [];
	let before = '';
	for (const month of changingMonths(history, unitId, track, months)) {
		const makeup = makeupOn(history, unitId, track, monthEnd(month, history.calendar));
		const key = JSON.stringify(makeup);
		if (key !== before) runs.push({ from: month, makeup });
		before = key;
	}
	return runs;
}

/** The months in which a makeup can change: those of events and of boundary changes. */
function changingMonths(
	history: Known & Pick<History, 'calendar'>,
	unitId: number,
	track: string,
	months: { from: Month; to: Month }
): Month[] {
	const latest = latestSelf(history, unitId);
	const found = new Set<Month>([months.from]);
	const add = (date: IsoDate | null) => {
		if (date === null) return;
		const own = monthOf(date, history.calendar);
		for (const month of [own, own + 1]) {
			if (month > months.from && month <= months.to) found.add(month);
		}
	};
	for (const { unitId: id } of listAncestors(history.lineage, latest)) {
		const unit = history.units.get(id)!;
		add(unit.validFrom);
		add(unit.validTo);
		for (const event of history.events.get(id) ?? []) {
			if (event.track === track) add(event.effectiveDate);
		}
	}
	return [...found].sort((a, b) => a - b);
}

/** Whether a unit's figures rest on shares, because land went over in parts. */
export function isEstimated(history: Pick<History, 'lineage'>, unitId: number): boolean {
	return listAncestors(history.lineage, latestSelf(history, unitId)).some(
		({ weight }) => weight !== 1
	);
}
