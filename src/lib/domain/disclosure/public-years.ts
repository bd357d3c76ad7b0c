import { yearlyFigures } from '../commune/yearly.ts';
import { populationOn, type History } from '../history.ts';
import { latestSelf } from '../reading.ts';
import { countsOn, type TrackHistory } from '../track-history.ts';
import { hideCounts, type KnownSum } from './hide-counts.ts';

/** Units whose count of a year is not for the public, by year. */
export type HiddenYears = ReadonlyMap<number, ReadonlySet<number>>;

const YEAR = 12;

/**
 * Whose yearly counts of a track's leading indicator are left out of public files, so that nothing follows from pages on the boundaries
 * of any time put together: former communes add up to those that they were merged into, and all of a time to the
 * province. Only whole years count; a part of a year is never public, for the whole less the part would tell the
 * rest.
 *
 * @returns by year, the ids of units (the latest of their identities)
 */
export function hiddenYears(history: TrackHistory): HiddenYears {
	if (!history.dataMonths) return new Map();
	const { dataMonths } = history;
	const own = [...new Set([...history.units.keys()].map((id) => latestSelf(history, id)))];
	const byYear = new Map<number, Map<number, number>>();
	for (const id of own) {
		const figures = yearlyFigures(
			countsOn(history, id, dataMonths.to),
			(year) => populationOn(history, id, year),
			dataMonths
		);
		for (const { year, count, months } of figures) {
			if (months < YEAR) continue;
			if (!byYear.has(year)) byYear.set(year, new Map());
			byYear.get(year)!.set(id, count);
		}
	}
	const sums = knownSums(history);
	return new Map([...byYear].map(([year, counts]) => [year, hideCounts(counts, sums)]));
}

function knownSums(history: History): KnownSum<number>[] {
	const self = (id: number) => latestSelf(history, id);
	const mergers = [...history.lineage].flatMap(([id, formers]): KnownSum<number>[] => {
		const parts = formers.map(({ unitId }) => self(unitId));
		return parts.includes(self(id)) ? [] : [{ total: self(id), parts }];
	});
	const provinces = history.frames.map(({ unitIds }) => ({
		total: undefined,
		parts: unitIds.map(self)
	}));
	return [...mergers, ...provinces];
}
