import { frameOn, type Frames } from '../frames.ts';
import type { ModelType } from './community-models.ts';
import { buildMonthlyRate, type MonthlyRate } from './crime-rates.ts';
import { countCrimes } from './crime-counts.ts';
import { buildIndicatorTable } from './indicator-table.ts';
import { estimatePopulation } from './population.ts';
import { noteAccused, noteFiles, noteSessions } from './programme-work.ts';
import type { ProgrammeCommune } from './programme.ts';
import type { StatusEvent } from './status-events.ts';
import { noteYearlyWork } from './yearly-work.ts';

const FIRST_YEAR_REGISTERED = 2017;
/** The last year that is over. */
const LAST_YEAR_REGISTERED = 2025;

/** All observations as one wide file. */
export function indicatorsFile(
	frames: Frames,
	ordinary: readonly number[],
	programme: readonly ProgrammeCommune[],
	events: readonly StatusEvent[],
	types: readonly ModelType[],
	secondTrackFactor: (cell: number, month: number) => number
): string {
	const table = buildIndicatorTable(frames);
	const listed = new Set(programme.map(({ cell }) => cell));
	const firstTrack = buildMonthlyRate(ordinary, programme, events);
	const rate: MonthlyRate = (cell, month) =>
		firstTrack(cell, month) * secondTrackFactor(cell, month);
	const crimes = countCrimes(frames, rate, listed);
	for (const { code, month, recorded, cleared, reported } of crimes) {
		table.note(code, 'C01', { month }, reported ? recorded : undefined);
		table.note(code, 'C03', { month }, reported ? cleared : undefined);
	}
	noteAccused(table, crimes);
	noteSessions(table, frames, programme, events);
	noteFiles(table, frames, listed);
	noteYearlyWork(table, frames, programme, events, types);
	for (const { code, year, people } of estimatePopulation(frames))
		table.note(code, 'N01', { year }, people);
	for (let year = FIRST_YEAR_REGISTERED; year <= LAST_YEAR_REGISTERED; year++) {
		for (const { code } of frameOn(frames, `${year}-12-31`).units)
			table.note(code, 'K01', { year }, 100);
	}
	return table.toCsv();
}
