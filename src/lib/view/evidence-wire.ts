import type { TrendBase, TrendQuestion } from '#lib/domain/evidence/classes.ts';
import type { YearFigure } from '#lib/domain/commune/yearly.ts';
import type { Study } from '#lib/domain/effect/study-types.ts';
import type { FunnelPosition } from '#lib/domain/evidence/funnel.ts';
import type { SlopeResult } from '#lib/domain/evidence/slope.ts';
import type { TrendResult } from '#lib/domain/evidence/trend.ts';
import type { Forecast } from '#lib/domain/forecast/forecast.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { Population } from '#lib/domain/population.ts';
import type { Month } from '#lib/domain/period.ts';
import type { Status } from '#lib/domain/status.ts';
import type { Unit } from '#lib/domain/unit.ts';
import type { Acknowledgement } from '#lib/domain/watch/acknowledgement.ts';
import type { WatchEntry } from '#lib/domain/watch/watch-list.ts';
import type { UnitDetails } from './wire.ts';

/** What the server sends to the pages of evidence, as JSON. */

/** Everything about a commune's page. */
export interface CommuneEvidence {
	details: UnitDetails;
	/** The month in view. */
	month: Month;
	boundariesUrl: string;
	population: Population | null;
	/** Other communes that have or had the same code. */
	sameCode: Unit[];
	neighbours: Unit[];
	like: Unit[];
	/** Indicators that count events, the leading one first. */
	events: EventYears[];
	slope: SlopeResult;
	gaps: { from: Month; to: Month }[];
	/** Against each base, held against itself and against the province. */
	trends: { base: TrendBase; results: Record<TrendQuestion, TrendResult> }[];
	/** The last twelve months against what the rate of the other communes leads to expect. */
	funnel: FunnelPosition | null;
	/** What is to be expected of the next twelve months, and was of those up to the month in view. */
	forecast: { next: Forecast | null; last: { expected: Forecast; count: number } | null };
	/** Where it stands on each track, and the moves that the programme allows from there. */
	steps: { track: string; status: Status; next: Status[] }[];
}

/** An indicator's events by year, on the commune's boundaries. */
export interface EventYears {
	indicator: Indicator;
	yearly: Record<ComparisonGroup, YearFigure[]>;
	/** The commune's rates by person-year, shrunk towards the province's. */
	smoothed: { year: number; rate: number }[];
}

export const COMPARISON_GROUPS = ['own', 'province', 'neighbours', 'like'] as const;
export type ComparisonGroup = (typeof COMPARISON_GROUPS)[number];

/** A commune on watch with its name. */
export interface WatchRow extends WatchEntry {
	unit: Unit;
}

export interface WatchList {
	track: string;
	/** Last month that is known. */
	until: Month;
	rows: WatchRow[];
	/** What people said of alarms, the latest first. */
	acknowledged: Acknowledgement[];
}

/** A study with the communes that it names. */
export interface EffectStudy {
	study: Study;
	/** The communes of its boundaries, by id. */
	units: Record<number, Unit>;
}
