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

/**
 * Criteria that rest on cases, with how far their scale reaches to each side, as a logarithm: a level of four times the
 * province's mean, or a change to twice as many, is full urgency. Fixed, because a scale from the day's lowest to its
 * highest would blow noise up to its whole length.
 */
export const CRIME_SCALES: Partial<Record<Criterion, number>> = {
	rate: Math.log(4),
	rising: Math.log(2),
	cluster: Math.log(4),
	relapse: Math.log(2)
};

/** Whether high or low values of the others are urgent. */
const DIRECTIONS: Partial<Record<Criterion, 'high' | 'low'>> = { models: 'low' };

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

/** Weights of a track whose cases rest on detection (◦): nothing that its cases tell weighs. */
export function withoutCrime(weights: Weights): Weights {
	return { ...weights, rate: 0, rising: 0, cluster: 0, relapse: 0 };
}

/**
 * A commune's values, before normalisation: logarithms of ratios for what rests on cases (0 is the province's mean, or
 * no change), the figures themselves for the others. A criterion without a value is absent.
 */
export type CriterionValues = Partial<Record<Criterion, number>>;

/**
 * A logarithm of a ratio on a fixed scale from 0 to 1; ½ is none.
 *
 * @example onFixedScale(0, Math.log(4)) // 0.5
 */
function onFixedScale(value: number, reach: number): number {
	return Math.min(1, Math.max(0, (value + reach) / (2 * reach)));
}

/** Normalised values of all communes, in their order. @param how of criteria that do not rest on cases */
export function normaliseAll(
	values: readonly CriterionValues[],
	how: Normalisation
): CriterionValues[] {
	const normalised = values.map((): CriterionValues => ({}));
	for (const criterion of CRITERIA) {
		const own = values.map((each) => each[criterion]);
		const reach = CRIME_SCALES[criterion];
		const column =
			reach === undefined
				? normalise(own, DIRECTIONS[criterion] ?? 'high', how)
				: own.map((value) => (value === undefined ? undefined : onFixedScale(value, reach)));
		column.forEach((value, at) => {
			if (value !== undefined) normalised[at]![criterion] = value;
		});
	}
	return normalised;
}

/** Scores of all communes, in their order. @param weights not negative; if all are zero, no commune has a score */
export function scoreAll(
	values: readonly CriterionValues[],
	weights: Weights,
	how: Normalisation
): Score[] {
	return normaliseAll(values, how).map((each) => scoreUnit(each, weights));
}

/** Criteria that weigh, by what is known of the candidates. */
export interface Coverage {
	/** Known for fewer than half: no plan can be made with them. */
	missing: Criterion[];
	/** Known for some but not for all: switched off for all, so that no commune gains by a gap. */
	off: Criterion[];
	/** Weights without those that are off. */
	weights: Weights;
}

/** Which of the criteria in use can be used. */
export function coverageOf(values: readonly CriterionValues[], weights: Weights): Coverage {
	const used = CRITERIA.filter((criterion) => weights[criterion] > 0);
	const known = (criterion: Criterion) =>
		values.filter((each) => each[criterion] !== undefined).length;
	const missing = used.filter((criterion) => 2 * known(criterion) < values.length);
	const off = used.filter(
		(criterion) => !missing.includes(criterion) && known(criterion) < values.length
	);
	const kept = { ...weights };
	for (const criterion of [...missing, ...off]) kept[criterion] = 0;
	return { missing, off, weights: kept };
}

/** Ranks of scores, 1 for the highest; equal scores share one. */
export function rankScores(scores: readonly (number | undefined)[]): (number | undefined)[] {
	return scores.map((score) =>
		score === undefined
			? undefined
			: 1 + scores.filter((other) => other !== undefined && other > score + TIE).length
	);
}

/** Scores as near as this are equal. */
const TIE = 1e-9;

/** Weights as a text, to tell whether they were changed. */
export function weightsKey(weights: Weights): string {
	return CRITERIA.map((criterion) => weights[criterion]).join(' ');
}
