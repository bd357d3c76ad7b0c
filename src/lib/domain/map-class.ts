import {
	FUNNEL_PLACES,
	type FunnelPlace,
	RATE_LEVELS,
	type ClusterClass,
	type RateLevel,
	TREND_CLASSES,
	type TrendClass,
	CLUSTERS
} from './evidence/classes.ts';
import { ABSENCES, type Absence } from './observation.ts';
import { STATUSES, type ShownStatus } from './status.ts';

/**
 * The classes that a map can show, each with its own one-byte code over all themes, so that changing the
 * theme changes codes only.
 */
const STATUS_BASE = 0;
const TREND_BASE = 20;
const ABSENCE_BASE = 30;
const SITES_BASE = 40;
const SITE_CLASSES = 6;
const RATE_BASE = 50;
const FUNNEL_BASE = 60;
const CLUSTER_BASE = 70;
const DETECTED_BASE = 80;
const SUMMARY_BASE = 90;
const CLUSTER_CLASSES: readonly ClusterClass[] = [...CLUSTERS, 'no-cluster'];

export type StatusClass = ShownStatus | 'mixed';

const STATUS_CLASSES: readonly StatusClass[] = [...STATUSES, 'mixed', 'retransforming'];

/** Where a commune stands in the programme, by its former communes while it has no record of its own. */
export const SUMMARY_ROWS = ['open', 'reached', 'unlisted'] as const;
export type SummaryRow = (typeof SUMMARY_ROWS)[number];

/** Where its recorded cases go. */
export const SUMMARY_COLUMNS = ['falling', 'unclear', 'rising'] as const;
export type SummaryColumn = (typeof SUMMARY_COLUMNS)[number];

/** One of the nine cells of programme and trend. */
export type SummaryCell = `${SummaryRow} ${SummaryColumn}`;

export const SUMMARY_CELLS: readonly SummaryCell[] = SUMMARY_ROWS.flatMap((row) =>
	SUMMARY_COLUMNS.map((column): SummaryCell => `${row} ${column}`)
);

export type MapClass =
	| { theme: 'summary'; key: SummaryCell }
	| { theme: 'status'; key: StatusClass }
	| { theme: 'trend'; key: TrendClass }
	/** A trend of cases that rest on detection: neither good nor bad. */
	| { theme: 'detected'; key: TrendClass }
	| { theme: 'absence'; key: Absence }
	| { theme: 'sites'; key: number }
	| { theme: 'rate'; key: RateLevel }
	| { theme: 'funnel'; key: FunnelPlace }
	| { theme: 'cluster'; key: ClusterClass };

export function statusCode(status: StatusClass): number {
	return STATUS_BASE + STATUS_CLASSES.indexOf(status);
}

export function trendCode(trend: TrendClass): number {
	return TREND_BASE + TREND_CLASSES.indexOf(trend);
}

/** Code of a trend of cases that rest on how much the police look (◦). */
export function detectedCode(trend: TrendClass): number {
	return DETECTED_BASE + TREND_CLASSES.indexOf(trend);
}

export function absenceCode(absence: Absence): number {
	return ABSENCE_BASE + ABSENCES.indexOf(absence);
}

/** @param siteClass 0 (none) to 5 */
export function sitesCode(siteClass: number): number {
	return SITES_BASE + siteClass;
}

export function rateCode(level: RateLevel): number {
	return RATE_BASE + RATE_LEVELS.indexOf(level);
}

export function funnelCode(place: FunnelPlace): number {
	return FUNNEL_BASE + FUNNEL_PLACES.indexOf(place);
}

export function clusterCode(cluster: ClusterClass): number {
	return CLUSTER_BASE + CLUSTER_CLASSES.indexOf(cluster);
}

/** Code of a cell of programme and trend. */
export function summaryCode(cell: SummaryCell): number {
	return SUMMARY_BASE + SUMMARY_CELLS.indexOf(cell);
}

/** Every class with its code, in the order of legends. */
export const MAP_CLASSES: readonly { code: number; mapClass: MapClass }[] = [
	...STATUS_CLASSES.map((key) => ({
		code: statusCode(key),
		mapClass: { theme: 'status', key } as const
	})),
	...TREND_CLASSES.map((key) => ({
		code: trendCode(key),
		mapClass: { theme: 'trend', key } as const
	})),
	...TREND_CLASSES.map((key) => ({
		code: detectedCode(key),
		mapClass: { theme: 'detected', key } as const
	})),
	...ABSENCES.map((key) => ({
		code: absenceCode(key),
		mapClass: { theme: 'absence', key } as const
	})),
	...Array.from({ length: SITE_CLASSES }, (_, key) => ({
		code: sitesCode(key),
		mapClass: { theme: 'sites', key } as const
	})),
	...RATE_LEVELS.map((key) => ({ code: rateCode(key), mapClass: { theme: 'rate', key } as const })),
	...FUNNEL_PLACES.map((key) => ({
		code: funnelCode(key),
		mapClass: { theme: 'funnel', key } as const
	})),
	...CLUSTER_CLASSES.map((key) => ({
		code: clusterCode(key),
		mapClass: { theme: 'cluster', key } as const
	})),
	...SUMMARY_CELLS.map((key) => ({
		code: summaryCode(key),
		mapClass: { theme: 'summary', key } as const
	}))
];

const BY_CODE = new Map(MAP_CLASSES.map(({ code, mapClass }) => [code, mapClass]));

/** The class of a code; undefined for a code that no class has. */
export function findMapClass(code: number): MapClass | undefined {
	return BY_CODE.get(code);
}
