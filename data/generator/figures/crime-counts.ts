import { at } from '../at.ts';
import { cellsOf, frameOn, type Frames } from '../frames.ts';
import { seededRandom } from '../seeded-random.ts';
import { lastDayOfMonth, MONTHS, PHASE_ONE_MONTHS } from './calendar.ts';
import type { MonthlyRate } from './crime-rates.ts';
import { binomial, poisson } from './distributions.ts';
import { pickWeighted } from './exact-total.ts';

/** Crimes of one unit in one month. */
export interface CrimeCount {
	readonly code: string;
	readonly month: number;
	/** Whether the unit is, or contains, a commune of the programme. */
	readonly listed: boolean;
	readonly recorded: number;
	readonly cleared: number;
	readonly reported: boolean;
}

/** Share of unit-months for which no report came. */
const SILENCE = 0.001;
/** Cases cleared by the 44 communes in phase 1, as published. */
const CLEARED_IN_PHASE_ONE = 342;

export function isPhaseOneMonth(month: number): boolean {
	return month >= PHASE_ONE_MONTHS.first && month <= PHASE_ONE_MONTHS.last;
}

function drawCounts(
	frames: Frames,
	rate: MonthlyRate,
	listedCells: ReadonlySet<number>
): CrimeCount[] {
	const counts: CrimeCount[] = [];
	for (let month = 0; month < MONTHS; month++) {
		const frame = frameOn(frames, lastDayOfMonth(month));
		for (const { code } of frame.units) {
			const cells = cellsOf(frame, code);
			const random = seededRandom(`crime ${code} ${month}`);
			// Each unit clears its own share of cases, between three and four in four.
			const clearance = 0.75 + 0.1 * seededRandom(`clearance ${code}`)();
			const recorded = poisson(
				random,
				cells.reduce((sum, cell) => sum + rate(cell, month), 0)
			);
			const cleared = binomial(random, recorded, clearance);
			const listed = cells.some((cell) => listedCells.has(cell));
			const reported = random() >= SILENCE || (listed && isPhaseOneMonth(month));
			counts.push({ code, month, listed, recorded, cleared, reported });
		}
	}
	return counts;
}

/** Monthly crimes of every unit; the cases cleared by the programme's communes in phase 1 add up to the published total. */
export function countCrimes(
	frames: Frames,
	rate: MonthlyRate,
	listedCells: ReadonlySet<number>
): CrimeCount[] {
	const counts = drawCounts(frames, rate, listedCells);
	const inPhase = counts.flatMap(({ listed, month }, i) =>
		listed && isPhaseOneMonth(month) ? [i] : []
	);
	const random = seededRandom('cleared in phase 1');
	let missing = CLEARED_IN_PHASE_ONE - inPhase.reduce((sum, i) => sum + at(counts, i).cleared, 0);
	while (missing !== 0) {
		const step = Math.sign(missing);
		const open = inPhase
			.map((i) => at(counts, i))
			.map(({ recorded, cleared }) => (step > 0 ? recorded - cleared : cleared));
		const slack = open.some((weight) => weight > 0);
		// With every recorded case cleared, only further recorded cases could raise the total.
		const i = at(inPhase, pickWeighted(random, slack ? open : inPhase.map(() => 1)));
		const count = at(counts, i);
		counts[i] = {
			...count,
			cleared: count.cleared + step,
			recorded: count.recorded + (slack ? 0 : step)
		};
		missing -= step;
	}
	return counts;
}
