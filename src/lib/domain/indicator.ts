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

/** Recorded crimes: what the trend is computed from. */
export const RECORDED_CRIMES = 'C01';
/** Population: what rates are computed over. */
export const POPULATION = 'N01';
