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
import type { ShownStatus, Status } from '#lib/domain/status.ts';
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
	/** All communes of its boundaries, itself included, for a map around it. */
	around: AroundUnit[];
}

/** A commune of a map around another one, with what its land shows of the programme. */
export interface AroundUnit {
	id: number;
	/** Without its kind. */
	name: string;
	/** Where a name may stand: longitude, latitude. */
	label: [number, number];
	/** Its own state, or those of its former communes; none where that is not known on its boundaries. */
	pieces: AroundPiece[];
}

/** Land with one state: a commune, or a former commune within one. */
export interface AroundPiece {
	id: number;
	/** Without its kind. */
	name: string;
	/** Where a mark may stand: longitude, latitude. */
	label: [number, number];
	status: ShownStatus;
	former: boolean;
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
