/** Names only, so that the map knows them without what computes them: that is done on the server. */

/** What the last twelve months are compared with. */
export const TREND_BASES = ['same-period', 'three-years', 'before-approval'] as const;
export type TrendBase = (typeof TREND_BASES)[number];

/** What a unit is compared with: itself, or the course of the province. */
export const TREND_QUESTIONS = ['own', 'province'] as const;
export type TrendQuestion = (typeof TREND_QUESTIONS)[number];

export const TREND_CLASSES = [
	'falling',
	'leaning-falling',
	'unclear',
	'leaning-rising',
	'rising'
] as const;
export type TrendClass = (typeof TREND_CLASSES)[number];

/** What the trend's map shows of the last twelve months: the change, or one of these. */
export const EVIDENCE_LAYERS = ['rate', 'funnel', 'cluster'] as const;
export type EvidenceLayer = (typeof EVIDENCE_LAYERS)[number];

export function isEvidenceLayer(name: string): name is EvidenceLayer {
	return (EVIDENCE_LAYERS as readonly string[]).includes(name);
}

/** A smoothed rate against the common one. */
export const RATE_LEVELS = ['far-lower', 'lower', 'common', 'higher', 'far-higher'] as const;
export type RateLevel = (typeof RATE_LEVELS)[number];

/** Where a count lies against what is expected. */
export const FUNNEL_PLACES = ['far-below', 'below', 'within', 'above', 'far-above'] as const;
export type FunnelPlace = (typeof FUNNEL_PLACES)[number];

/** A unit and those around it: high or low, each. */
export const CLUSTERS = ['high-high', 'low-low', 'high-low', 'low-high'] as const;
export type Cluster = (typeof CLUSTERS)[number];
export type ClusterClass = Cluster | 'no-cluster';
