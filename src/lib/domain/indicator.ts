export const AGGREGATIONS = ['sum', 'latest', 'ratio'] as const;
export const PERIODICITIES = ['month', 'quarter', 'year'] as const;
/** Which direction is good; `depends` (◦) rests on police activity and is never coloured. */
export const DIRECTIONS = ['lower', 'higher', 'depends'] as const;

/** An entry of the catalogue that a province edits. */
export interface Indicator {
	code: string;
	nameVi: string;
	nameEn: string;
	unitVi: string;
	unitEn: string;
	aggregation: (typeof AGGREGATIONS)[number];
	periodicity: (typeof PERIODICITIES)[number];
	better: (typeof DIRECTIONS)[number];
}

/** Groups of the catalogue that count what happens: crimes, drug cases, vice. */
const EVENT_GROUPS = /^[CDV]/;

/**
 * Whether an indicator counts events a month, each by itself, so that rates and exact intervals mean
 * something. Sessions, attendances and the like are work that was done, not chance.
 */
export function isEventCount({
	code,
	aggregation,
	periodicity
}: Pick<Indicator, 'code' | 'aggregation' | 'periodicity'>): boolean {
	return aggregation === 'sum' && periodicity === 'month' && EVENT_GROUPS.test(code);
}

/** Recorded crimes: what the trend is computed from. */
export const RECORDED_CRIMES = 'C01';
/** Population: what rates are computed over. */
export const POPULATION = 'N01';
