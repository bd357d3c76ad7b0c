import { scoreUnit, type Score } from './score.ts';
import { normalise, type Normalisation } from './normalise.ts';

/** What a commune's urgency is judged by. */
export const CRITERIA = [
	'rate',
	'rising',
	'cluster',
	'relapse',
	'waiting',
	'models',
	'population',
	'cleared'
] as const;
export type Criterion = (typeof CRITERIA)[number];

/** Whether high or low values are urgent. */
const DIRECTIONS: Record<Criterion, 'high' | 'low'> = {
	rate: 'high',
	rising: 'high',
	cluster: 'high',
	relapse: 'high',
	waiting: 'high',
	models: 'low',
	population: 'high',
	cleared: 'high'
};

/**
 * Criteria that rest on how much the police look: more work there shows as more crime, so that choosing by
 * them chooses again what was chosen before. Off unless a person switches them on.
 */
export const DETECTION_DEPENDENT: readonly Criterion[] = ['cleared'];

export type Weights = Record<Criterion, number>;

/** Parts of a hundred. */
export const DEFAULT_WEIGHTS: Weights = {
	rate: 35,
	rising: 20,
	cluster: 10,
	relapse: 15,
	waiting: 10,
	models: 10,
	population: 0,
	cleared: 0
};

/** A commune's values, before normalisation; a criterion without a value is absent. */
export type CriterionValues = Partial<Record<Criterion, number>>;

/** Normalised values of all communes, in their order. */
export function normaliseAll(
	values: readonly CriterionValues[],
	how: Normalisation
): CriterionValues[] {
	const normalised = values.map((): CriterionValues => ({}));
	for (const criterion of CRITERIA) {
		const column = normalise(
			values.map((each) => each[criterion]),
			DIRECTIONS[criterion],
			how
		);
		column.forEach((value, at) => {
			if (value !== undefined) normalised[at]![criterion] = value;
		});
	}
	return normalised;
}

/** Scores of all communes, in their order. @param weights not negative; without any, nobody has a score */
export function scoreAll(
	values: readonly CriterionValues[],
	weights: Weights,
	how: Normalisation
): Score[] {
	return normaliseAll(values, how).map((each) => scoreUnit(each, weights));
}
