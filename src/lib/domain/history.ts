import type { CommunityModel, ModelSite } from './community-model.ts';
import { carrySeries, type MonthlySeries } from './observation.ts';
import { addDays, monthOf, type IsoDate, type Month, type Scheme } from './period.ts';
import { populationIn, type YearlyValues } from './population.ts';
import { byEffect, type StatusEvent } from './status.ts';
import { findContinuation, listAncestors, type Lineage } from './succession.ts';
import type { Programme } from './programme.ts';
import type { Frame, Unit } from './unit.ts';

/** Monthly counts of an indicator by unit, as reported. */
export type UnitCounts = ReadonlyMap<number, MonthlySeries>;

/** All that is known of a province's communes over time, as the themes of the map need it. */
export interface History {
	/** In which months everything is counted; figures of the other calendar are in none of it. */
	calendar: Scheme;
	/** The month in which the timeline begins; null while there is nothing to show. */
	firstMonth: Month | null;
	units: ReadonlyMap<number, Unit>;
	frames: readonly Frame[];
	lineage: Lineage;
	/** Status events by unit. */
	events: ReadonlyMap<number, readonly StatusEvent[]>;
	/** By track, the indicator whose counts its trend is made of; a track without one has no entry. */
	leading: ReadonlyMap<string, string>;
	/** Tracks whose leading indicator rests on detection (◦): its changes are neither good nor bad. */
	detected: ReadonlySet<string>;
	/** The counts of each leading indicator, by its code. */
	counts: ReadonlyMap<string, UnitCounts>;
	population: ReadonlyMap<number, YearlyValues>;
	models: readonly CommunityModel[];
	/** Sites by the unit they were founded in. */
	sites: ReadonlyMap<number, readonly ModelSite[]>;
	programmes: readonly Programme[];
}

/** The unit and those it plainly continues, newest first: they share one record. */
export function listContinued(history: Pick<History, 'lineage'>, unitId: number): number[] {
	const chain = [unitId];
	for (;;) {
		const former = findContinuation(history.lineage, chain[chain.length - 1]!);
		if (former === undefined) return chain;
		chain.push(former);
	}
}

/** A unit's record on a track in order of effect, carried on through plain continuations. */
export function recordOf(
	history: Pick<History, 'lineage' | 'events'>,
	unitId: number,
	track: string
): StatusEvent[] {
	return listContinued(history, unitId)
		.flatMap((id) => history.events.get(id) ?? [])
		.filter((event) => event.track === track)
		.sort(byEffect);
}

/** Whether a unit was valid at the end of a month. */
export function wasValidIn(
	history: Pick<History, 'units' | 'calendar'>,
	unitId: number,
	month: Month
): boolean {
	const unit = history.units.get(unitId);
	if (!unit) return false;
	const { from, to } = monthsOf(unit, history.calendar);
	return from <= month && month <= to;
}

/** The months at whose end a unit is valid, by calendar: asked for every unit and month of a series. */
const MONTHS = new WeakMap<Unit, Partial<Record<Scheme, { from: Month; to: Month }>>>();

function monthsOf(unit: Unit, calendar: Scheme): { from: Month; to: Month } {
	const known = MONTHS.get(unit) ?? {};
	MONTHS.set(unit, known);
	return (known[calendar] ??= {
		from: monthOf(unit.validFrom, calendar),
		to: unit.validTo === null ? Infinity : monthOf(addDays(unit.validTo, 1), calendar) - 1
	});
}

/** Any monthly counts on a unit's boundaries, its former units summed. */
export function eventsOn(
	history: Pick<History, 'units' | 'lineage' | 'calendar'>,
	reported: UnitCounts,
	unitId: number,
	months: { from: Month; to: Month }
): Map<Month, number> {
	return carrySeries(
		unitId,
		months,
		history.lineage,
		(id) => reported.get(id),
		(id, month) => wasValidIn(history, id, month)
	);
}

/**
 * Population of a unit in a year; `populationIn` says how it came about.
 *
 * @param until figures of later years are not used
 */
export function populationOn(
	history: History,
	unitId: number,
	year: number,
	until?: number
): number | undefined {
	return populationIn(history, unitId, year, until)?.value;
}

/** Sites on a unit's boundaries: its own and those of the units that went over into it. */
export function sitesOn(history: History, unitId: number): ModelSite[] {
	return listAncestors(history.lineage, unitId)
		.filter(({ weight }) => weight > 0.5)
		.flatMap(({ unitId: id }) => history.sites.get(id) ?? []);
}

/** The day on which a unit, or one that it plainly continues, was first approved on a track. */
export function firstApproval(
	history: History,
	unitId: number,
	track: string
): IsoDate | undefined {
	return recordOf(history, unitId, track).find((event) => event.status === 'approved')
		?.effectiveDate;
}

/** The months of a calendar that end within a frame, up to the last month shown. */
export function frameMonths(
	frame: Frame,
	last: Month,
	calendar: Scheme
): { from: Month; to: Month } {
	const next = frame.to === null ? undefined : monthOf(addDays(frame.to, 1), calendar);
	return {
		from: monthOf(frame.from, calendar),
		to: next === undefined ? last : Math.min(last, next - 1)
	};
}
