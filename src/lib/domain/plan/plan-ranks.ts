import { randomGamma, randomNormal, type Random } from '../evidence/random.ts';
import type { Uncertain } from './crime-values.ts';
import { CRITERIA, normaliseAll, type CriterionValues, type Weights } from './criteria.ts';
import type { Normalisation } from './normalise.ts';
import { drawRanks, type RankSpread, type ScoreQuestion } from './rank-draws.ts';

/** A commune's level, of which those of its neighbours are made as well. */
export interface LevelUnit {
	unitId: number;
	level: Uncertain;
	people: number;
}

/** A commune whose rank is in question. */
export interface RankedUnit {
	unitId: number;
	values: CriterionValues;
	rising?: Uncertain;
	relapse?: Uncertain;
	/** Ids of the communes around it. */
	neighbours: readonly number[];
}

/** The mean level around a commune, weighted by people; undefined where none is known. */
export function neighbourLevel(
	neighbours: readonly number[],
	levelOf: (unitId: number) => { level: number; people: number } | undefined
): number | undefined {
	let [sum, people] = [0, 0];
	for (const id of neighbours) {
		const known = levelOf(id);
		if (!known) continue;
		sum += known.level * known.people;
		people += known.people;
	}
	return people > 0 ? sum / people : undefined;
}

/**
 * Scores over draws of weights and of all that rests on cases, each from what the data leaves possible; a neighbour's
 * level is the same draw wherever it counts. Undefined if no commune has a score.
 *
 * @param levels of all communes, candidates or not
 */
export function planQuestion(
	units: readonly RankedUnit[],
	levels: readonly LevelUnit[],
	weights: Weights,
	how: Normalisation
): ScoreQuestion | undefined {
	const used = CRITERIA.filter((criterion) => weights[criterion] > 0);
	if (used.length === 0 || units.length === 0) return undefined;
	return {
		units: units.length,
		weights: used.map((criterion) => weights[criterion]),
		draw(random, columns) {
			const drawn = drawLevels(levels, random);
			const values = units.map((unit) => drawValues(unit, drawn, random));
			normaliseAll(values, how).forEach((each, unit) => {
				used.forEach((criterion, at) => {
					const column = columns[at];
					if (column) column[unit] = each[criterion] ?? NaN;
				});
			});
		}
	};
}

/**
 * Ranks over those draws.
 *
 * @param levels of all communes, candidates or not
 * @param first how many are the first
 */
export function drawPlanRanks(
	units: readonly RankedUnit[],
	levels: readonly LevelUnit[],
	weights: Weights,
	how: Normalisation,
	first: number,
	options: { draws?: number; seed?: number } = {}
): RankSpread[] {
	const question = planQuestion(units, levels, weights, how);
	return question ? drawRanks({ ...question, first }, options) : [];
}

type DrawnLevels = ReadonlyMap<number, { level: number; people: number }>;

function drawLevels(levels: readonly LevelUnit[], random: Random): DrawnLevels {
	return new Map(
		levels.map(({ unitId, level, people }) => [unitId, { level: drawLevel(level, random), people }])
	);
}

/** A gamma draw of the given mean and deviation. */
function drawLevel({ mean, deviation }: Uncertain, random: Random): number {
	if (deviation === 0 || mean === 0) return mean;
	const shape = (mean / deviation) ** 2;
	return (mean * randomGamma(shape, random)) / shape;
}

function drawValues(unit: RankedUnit, levels: DrawnLevels, random: Random): CriterionValues {
	const values = { ...unit.values };
	const own = levels.get(unit.unitId);
	if (values.rate !== undefined && own) values.rate = Math.log(own.level);
	if (values.cluster !== undefined) {
		const around = neighbourLevel(unit.neighbours, (id) => levels.get(id));
		if (around !== undefined) values.cluster = Math.log(around);
	}
	for (const criterion of ['rising', 'relapse'] as const) {
		const change = unit[criterion];
		if (values[criterion] !== undefined && change) {
			values[criterion] = change.mean + change.deviation * randomNormal(random);
		}
	}
	return values;
}
