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

/** An indicator with the rules that the catalogue has for it. */
export interface IndicatorRules extends Indicator {
	/** Days after the end of a period by which its report is due. */
	dueDays: number;
	/** Of a ratio: the indicators that are divided; null where the catalogue does not say. */
	numerator: string | null;
	denominator: string | null;
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

/** Population: what rates are computed over. */
export const POPULATION = 'N01';
