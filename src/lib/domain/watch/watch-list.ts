import { populationOn, type History } from '../history.ts';
import { gammaPrior, type Exposed, type GammaPrior } from '../evidence/smoothing.ts';
import type { MonthlySeries } from '../observation.ts';
import { monthEnd, monthOf, yearOf, type IsoDate, type Month } from '../period.ts';
import { makeupOn } from '../reading.ts';
import { recordOf } from '../history.ts';
import { countsOn, type TrackHistory } from '../track-history.ts';
import type { Frame } from '../unit.ts';
import { watchSeries, type WatchDirection } from './watch.ts';

/** Months that set a commune's level, and the fewest of them that must have been reported. */
const BASELINE_MONTHS = 24;
const FEWEST_BASELINE = 12;
/** Fewer watched months tell nothing. */
const FEWEST_WATCHED = 6;
/** Communes that were never transformed are watched for missing records only, over so many months. */
const RECENT_MONTHS = 24;

/** Why a commune cannot be watched. */
export type WatchAbsence = 'too-short' | 'not-reported' | 'no-population';

/** A change that a person should look at. */
export interface WatchAlarm {
	direction: WatchDirection;
	/** Month in which the change began, and in which the chart alarmed. */
	since: Month;
	at: Month;
	recorded: number;
	expected: number;
	sum: number;
	threshold: number;
}

/** A commune on watch. */
export interface WatchEntry {
	unitId: number;
	/** Since when it counts as transformed; undefined for one that never was. */
	recognised?: IsoDate;
	baseline?: { from: Month; to: Month; count: number };
	watched?: { from: Month; to: Month; count: number };
	alarms: WatchAlarm[];
	absence?: WatchAbsence;
}

/**
 * Watches the communes of a frame: transformed ones for a relapse, and all for recording that stops.
 * It changes no status; it asks a person to look.
 *
 * @yields one commune after another, so that others may work in between
 */
export function* watchCommunes(history: TrackHistory, frame: Frame): Generator<WatchEntry> {
	const { dataMonths, calendar, track } = history;
	if (!dataMonths) return;
	const plans = frame.unitIds.map((unitId) => {
		const recognised = recognisedOn(history, unitId, track, monthEnd(dataMonths.to, calendar));
		const from =
			recognised === undefined
				? Math.max(dataMonths.from, dataMonths.to - RECENT_MONTHS - BASELINE_MONTHS + 1)
				: Math.max(dataMonths.from, monthOf(recognised, calendar) + 1);
		const watched = { from: from + BASELINE_MONTHS, to: dataMonths.to };
		const series = countsOn(history, unitId, dataMonths.to);
		const expose = (range: { from: Month; to: Month }) => exposures(history, unitId, series, range);
		return {
			unitId,
			...(recognised === undefined ? {} : { recognised }),
			watched,
			baseline: { from, to: watched.from - 1 },
			before: expose({ from, to: watched.from - 1 }),
			after: expose(watched)
		};
	});
	const prior = gammaPrior(
		plans.flatMap(({ before }) => (typeof before === 'string' ? [] : [total(before)]))
	);
	for (const plan of plans) {
		const { unitId, recognised, before, after } = plan;
		const entry = { unitId, ...(recognised === undefined ? {} : { recognised }), alarms: [] };
		if (typeof before === 'string' || typeof after === 'string') {
			yield { ...entry, absence: 'no-population' };
		} else if (plan.watched.to - plan.watched.from + 1 < FEWEST_WATCHED) {
			yield { ...entry, absence: 'too-short' };
		} else if (before.length < FEWEST_BASELINE || after.length === 0 || !prior) {
			yield { ...entry, absence: 'not-reported' };
		} else {
			yield {
				...entry,
				baseline: { ...plan.baseline, count: total(before).count },
				watched: { ...plan.watched, count: total(after).count },
				alarms: findAlarms(before, after, prior, recognised !== undefined, unitId)
			};
		}
	}
}

interface MonthExposed extends Exposed {
	month: Month;
}

function findAlarms(
	before: readonly MonthExposed[],
	after: readonly MonthExposed[],
	prior: GammaPrior,
	transformed: boolean,
	seed: number
): WatchAlarm[] {
	const directions: WatchDirection[] = transformed ? ['rise', 'fall'] : ['fall'];
	return directions.flatMap((direction) => {
		const found = watchSeries({ baseline: total(before), months: after }, prior, direction, seed);
		if (!found) return [];
		return { ...found, since: after[found.since]!.month, at: after[found.at]!.month };
	});
}

function total(months: readonly Exposed[]): Exposed {
	return months.reduce(
		(sum, { count, exposure }) => ({ count: sum.count + count, exposure: sum.exposure + exposure }),
		{ count: 0, exposure: 0 }
	);
}

/** The reported months of a range with their person-years. */
function exposures(
	history: History,
	unitId: number,
	series: MonthlySeries,
	{ from, to }: { from: Month; to: Month }
): MonthExposed[] | 'no-population' {
	const months: MonthExposed[] = [];
	for (let month = from; month <= to; month++) {
		const count = series.get(month);
		if (count === undefined) continue;
		const population = populationOn(history, unitId, yearOf(month));
		if (population === undefined || population <= 0) return 'no-population';
		months.push({ month, count, exposure: population / 12 });
	}
	return months;
}

/** The day on which a commune, or the last of its former ones, was recognised, if it counts as transformed still. */
function recognisedOn(
	history: History,
	unitId: number,
	track: string,
	date: IsoDate
): IsoDate | undefined {
	const makeup = makeupOn(history, unitId, track, date);
	if (makeup === 'not-available') return undefined;
	const met =
		'own' in makeup
			? makeup.own === 'met'
				? [unitId]
				: []
			: makeup.members.flatMap((member) => (member.status === 'met' ? [member.unitId] : []));
	return met
		.flatMap((id) => {
			const event = recordOf(history, id, track).findLast(({ status }) => status === 'met');
			return event ? [event.effectiveDate] : [];
		})
		.sort()
		.at(-1);
}
