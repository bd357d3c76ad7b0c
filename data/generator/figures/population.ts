import { at } from '../at.ts';
import type { Unit } from '../facts.ts';
import { cellsOf, frameOn, type Frames } from '../frames.ts';
import { FIRST_YEAR } from './calendar.ts';

const CENSUS_YEAR = 2019;
const LAST_YEAR = 2026;
/** Year of the figures that came with the resolution of 2025. */
const REFORM_FIGURES_YEAR = 2024;
/** Growth between the censuses is trusted within these bounds; beyond them borders changed between the censuses. */
const MIN_GROWTH = -0.005;
const MAX_GROWTH = 0.035;
/** The province's growth between the censuses of 2009 and 2019, for communes that did not exist in 2009. */
const PROVINCE_GROWTH = 0.02;

function growthBeforeCensus({ population, population2009 }: Unit): number {
	if (population2009 === undefined) return PROVINCE_GROWTH;
	return Math.min(MAX_GROWTH, Math.max(MIN_GROWTH, (population / population2009) ** 0.1 - 1));
}

/** Yearly growth of each cell since 2019: that of the unit of 2025 it went into, so that sums meet the figures of the reform. */
function growthAfterCensus(frames: Frames): number[] {
	const growth: number[] = [];
	for (const unit of frames.third.units) {
		const cells = cellsOf(frames.third, unit.code);
		const before = cells.reduce((sum, cell) => sum + at(frames.first.units, cell).population, 0);
		for (const cell of cells)
			growth[cell] = (unit.population / before) ** (1 / (REFORM_FIGURES_YEAR - CENSUS_YEAR)) - 1;
	}
	return growth;
}

/** N01 of one unit in one year. */
interface Population {
	readonly code: string;
	readonly year: number;
	readonly people: number;
}

/** Smooth population series from the two censuses and the figures of the reform, for the units valid at each year's end. */
export function estimatePopulation(frames: Frames): Population[] {
	const later = growthAfterCensus(frames);
	const peopleOf = (cell: number, year: number): number => {
		const unit = at(frames.first.units, cell);
		const growth = year < CENSUS_YEAR ? growthBeforeCensus(unit) : at(later, cell);
		return unit.population * (1 + growth) ** (year - CENSUS_YEAR);
	};
	const populations: Population[] = [];
	for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
		const frame = frameOn(frames, `${year}-12-31`);
		for (const { code } of frame.units) {
			const people = cellsOf(frame, code).reduce((sum, cell) => sum + peopleOf(cell, year), 0);
			populations.push({ code, year, people: Math.round(people) });
		}
	}
	return populations;
}
