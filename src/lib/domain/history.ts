import type { CommunityModel, ModelSite } from './community-model.ts';
import { carrySeries, type MonthlySeries } from './observation.ts';
import { addDays, lastDay, monthOfDate, type IsoDate, type Month } from './period.ts';
import { populationIn, type YearlyValues } from './population.ts';
import { byEffect, type StatusEvent } from './status.ts';
import { findContinuation, listAncestors, type Lineage } from './succession.ts';
import { isValidOn, type Frame, type Unit } from './unit.ts';

/** All that is known of a province's communes over time, as the themes of the map need it. */
export interface History {
	units: ReadonlyMap<number, Unit>;
	frames: readonly Frame[];
	lineage: Lineage;
	/** Status events by unit. */
	events: ReadonlyMap<number, readonly StatusEvent[]>;
	/** Recorded crimes by unit and month, as reported. */
	crimes: ReadonlyMap<number, MonthlySeries>;
	population: ReadonlyMap<number, YearlyValues>;
	models: readonly CommunityModel[];
	/** Sites by the unit they were founded in. */
	sites: ReadonlyMap<number, readonly ModelSite[]>;
	/** First and last month for which anybody reported crimes; null without any report. */
	dataMonths: { from: Month; to: Month } | null;
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
export function wasValidIn(history: Pick<History, 'units'>, unitId: number, month: Month): boolean {
	const unit = history.units.get(unitId);
	return unit !== undefined && isValidOn(unit, lastDay(month));
}

/** Recorded crimes on a unit's boundaries, its former units summed, up to a month. */
export function crimesOn(history: History, unitId: number, to: Month): Map<Month, number> {
	if (!history.dataMonths) return new Map();
	const months = { from: history.dataMonths.from, to: Math.min(to, history.dataMonths.to) };
	return eventsOn(history, history.crimes, unitId, months);
}

/** Any monthly counts on a unit's boundaries, its former units summed. */
export function eventsOn(
	history: Pick<History, 'units' | 'lineage'>,
	reported: ReadonlyMap<number, MonthlySeries>,
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

export function populationOn(history: History, unitId: number, year: number): number | undefined {
	return populationIn(year, unitId, history.lineage, (id) => history.population.get(id));
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

/** The months that end within a frame, up to the last month shown. */
export function frameMonths(frame: Frame, last: Month): { from: Month; to: Month } {
	const to = frame.to === null ? last : Math.min(last, monthOfDate(addDays(frame.to, 1)) - 1);
	return { from: monthOfDate(frame.from), to };
}
