import { yearOf, monthOfDate, type IsoDate } from './period.ts';
import type { Lineage } from './succession.ts';

/** Population by year, as reported for one unit. */
export type YearlyValues = ReadonlyMap<number, number>;

/**
 * How a population came about: written in a report; between two known years; beyond the first or last of
 * them; or the former units' together. All but `reported` are estimates.
 */
export const POPULATION_SOURCES = ['reported', 'interpolated', 'held', 'summed'] as const;
export type PopulationSource = (typeof POPULATION_SOURCES)[number];

export interface Population {
	value: number;
	source: PopulationSource;
}

/** Whether a population has to be marked as an estimate. */
export function isEstimate(population: Population | undefined): boolean {
	return population !== undefined && population.source !== 'reported';
}

/** What populations are worked out from. */
export interface PopulationRecords {
	lineage: Lineage;
	units: ReadonlyMap<number, { validFrom: IsoDate }>;
	/** Reported figures by unit. */
	population: ReadonlyMap<number, YearlyValues>;
}

interface Point extends Population {
	year: number;
}

/**
 * Population of a unit in a year, log-linear between the years that are known and flat beyond them, so that it
 * never jumps without a reported figure. Years before a unit existed are known from its former units, each
 * interpolated in the same way, as far as all of them are known.
 *
 * @param until figures of later years are not used: what a past month shows must not rest on what came after
 * @returns undefined when nothing is known up to then
 * @example populationIn(records, 1, 2020)?.value // 1200 in 2019, 1452 in 2021: 1320
 */
export function populationIn(
	records: PopulationRecords,
	unitId: number,
	year: number,
	until = Infinity
): Population | undefined {
	const points = pointsOf(records, unitId, until);
	const after = points.findIndex((point) => point.year >= year);
	const next = points[after];
	if (next?.year === year) return { value: next.value, source: next.source };
	const last = after < 0 ? points.at(-1) : points[after - 1];
	if (!next || !last) {
		const nearest = next ?? last;
		return nearest && { value: nearest.value, source: 'held' };
	}
	const share = (year - last.year) / (next.year - last.year);
	return { value: last.value ** (1 - share) * next.value ** share, source: 'interpolated' };
}

/** Points by the last year known, then by unit; the maps of a history never change. */
const KNOWN = new WeakMap<object, Map<number, Map<number, Point[]>>>();

function pointsOf(records: PopulationRecords, unitId: number, until: number): Point[] {
	let byYear = KNOWN.get(records.population);
	if (!byYear) KNOWN.set(records.population, (byYear = new Map()));
	let byUnit = byYear.get(until);
	if (!byUnit) byYear.set(until, (byUnit = new Map()));
	let points = byUnit.get(unitId);
	if (!points) byUnit.set(unitId, (points = findPoints(records, unitId, until)));
	return points;
}

function findPoints(records: PopulationRecords, unitId: number, until: number): Point[] {
	const own = [...(records.population.get(unitId) ?? [])].flatMap(([year, value]): Point[] =>
		year <= until && value > 0 ? [{ year, value, source: 'reported' }] : []
	);
	const reported = new Set(own.map(({ year }) => year));
	const former = formerPoints(records, unitId, until).filter(({ year }) => !reported.has(year));
	return [...own, ...former].sort((a, b) => a.year - b.year);
}

/** The former units' population together, in the years up to a unit's first that all of them are known in. */
function formerPoints(records: PopulationRecords, unitId: number, until: number): Point[] {
	const formers = records.lineage.get(unitId) ?? [];
	const unit = records.units.get(unitId);
	if (formers.length === 0 || !unit) return [];
	const known = formers.map((former) => pointsOf(records, former.unitId, until));
	const from = Math.max(...known.map((points) => points[0]?.year ?? Infinity));
	const to = Math.min(
		...known.map((points) => points.at(-1)?.year ?? -Infinity),
		yearOf(monthOfDate(unit.validFrom))
	);
	const goesOn = formers.length === 1 && formers[0]!.weight === 1;
	const points: Point[] = [];
	for (let year = from; year <= to; year++) {
		const each = formers.map((former) => populationIn(records, former.unitId, year, until)!);
		points.push({
			year,
			value: formers.reduce((sum, { weight }, at) => sum + weight * each[at]!.value, 0),
			source: goesOn ? each[0]!.source : 'summed'
		});
	}
	return points;
}
