import { at } from '../at.ts';
import { cellsOf, frameOn, type Frames } from '../frames.ts';
import { seededRandom } from '../seeded-random.ts';
import {
	lastDayOfMonth,
	lastDayOfQuarter,
	monthOf,
	MONTHS,
	PHASE_ONE_QUARTERS,
	QUARTERS
} from './calendar.ts';
import { isPhaseOneMonth, type CrimeCount } from './crime-counts.ts';
import { between, poisson } from './distributions.ts';
import { reachTotal, shareOut } from './exact-total.ts';
import type { IndicatorTable } from './indicator-table.ts';
import type { ProgrammeCommune } from './programme.ts';
import { firstDateOf, type StatusEvent } from './status-events.ts';

/** Published totals of phase 1 over the 44 communes. */
const ACCUSED = 434;
const SESSIONS = 2238;
const ATTENDANCES = 120_496;
const TO_EDUCATION = 11;
const TO_REHABILITATION = 20;

/** A unit that is, or contains, a listed commune, in one month or quarter. */
interface Slot {
	readonly code: string;
	readonly period: number;
	readonly listedCells: readonly number[];
}

function listedSlots(
	frames: Frames,
	listed: ReadonlySet<number>,
	periods: number,
	endOf: (period: number) => string
): Slot[] {
	return Array.from({ length: periods }, (_, period) => {
		const frame = frameOn(frames, endOf(period));
		return frame.units.flatMap(({ code }): Slot[] => {
			const listedCells = cellsOf(frame, code).filter((cell) => listed.has(cell));
			return listedCells.length > 0 ? [{ code, period, listedCells }] : [];
		});
	}).flat();
}

/** Replaces the drawn values of phase 1 by ones with the published total, and leaves the others. */
function withPhaseTotal(
	name: string,
	drawn: readonly number[],
	inPhase: readonly boolean[],
	total: number,
	weights: readonly number[],
	floors: readonly number[]
): number[] {
	const positions = drawn.flatMap((_, i) => (inPhase[i] ? [i] : []));
	const pick = (values: readonly number[]): number[] => positions.map((i) => at(values, i));
	const exact = reachTotal(seededRandom(name), pick(drawn), total, pick(weights), pick(floors));
	const result = [...drawn];
	positions.forEach((i, k) => (result[i] = at(exact, k)));
	return result;
}

/** C05: one or more accused in each cleared case. */
export function noteAccused(table: IndicatorTable, crimes: readonly CrimeCount[]): void {
	const listed = crimes.filter((crime) => crime.listed);
	const cleared = listed.map((crime) => crime.cleared);
	const drawn = listed.map(
		({ code, month, cleared: cases }) =>
			cases + poisson(seededRandom(`accused ${code} ${month}`), 0.27 * cases)
	);
	const inPhase = listed.map(({ month }) => isPhaseOneMonth(month));
	const accused = withPhaseTotal('accused in phase 1', drawn, inPhase, ACCUSED, cleared, cleared);
	listed.forEach(({ code, month, reported }, i) =>
		table.note(code, 'C05', { month }, reported ? at(accused, i) : undefined)
	);
}

/** P01 and P02: awareness sessions, frequent while a commune is being transformed, and their attendances. */
export function noteSessions(
	table: IndicatorTable,
	frames: Frames,
	programme: readonly ProgrammeCommune[],
	events: readonly StatusEvent[]
): void {
	const byCell = new Map(programme.map((commune) => [commune.cell, commune]));
	const slots = listedSlots(frames, new Set(byCell.keys()), MONTHS, lastDayOfMonth);
	const inPhase = slots.map(({ period }) => isPhaseOneMonth(period));
	const means = slots.map(({ listedCells, period }) =>
		listedCells.reduce((sum, cell) => {
			const code = byCell.get(cell)?.code ?? '';
			const started = period >= monthOf(firstDateOf(events, code, 'approved') ?? '9999-01');
			const busy = 0.6 + 0.8 * seededRandom(`busy ${code}`)();
			return sum + busy * (!started ? 0.25 : isPhaseOneMonth(period) ? 1.55 : 0.7);
		}, 0)
	);
	const none = slots.map(() => 0);
	const drawn = slots.map(({ code, period }, i) =>
		poisson(seededRandom(`sessions ${code} ${period}`), at(means, i))
	);
	const sessions = withPhaseTotal('sessions in phase 1', drawn, inPhase, SESSIONS, means, none);
	const crowds = slots.map(({ code, period }, i) => {
		const random = seededRandom(`attendances ${code} ${period}`);
		return Array.from({ length: at(sessions, i) }, () => between(random, 26, 82)).reduce(
			(sum, crowd) => sum + crowd,
			0
		);
	});
	const attendances = withPhaseTotal(
		'attendances in phase 1',
		crowds,
		inPhase,
		ATTENDANCES,
		sessions,
		sessions.map((count) => 15 * count)
	);
	slots.forEach(({ code, period }, i) => {
		table.note(code, 'P01', { month: period }, at(sessions, i));
		table.note(code, 'P02', { month: period }, at(attendances, i));
	});
}

/** A01 and A02: files sent to compulsory education and to compulsory rehabilitation. */
export function noteFiles(
	table: IndicatorTable,
	frames: Frames,
	listed: ReadonlySet<number>
): void {
	const slots = listedSlots(frames, listed, QUARTERS, lastDayOfQuarter);
	const inPhase = slots.map(
		({ period }) => period >= PHASE_ONE_QUARTERS.first && period <= PHASE_ONE_QUARTERS.last
	);
	for (const [indicator, total] of [
		['A01', TO_EDUCATION],
		['A02', TO_REHABILITATION]
	] as const) {
		const mean = total / inPhase.filter(Boolean).length;
		const shares = shareOut(seededRandom(`${indicator} in phase 1`), total, inPhase.map(Number));
		slots.forEach(({ code, period, listedCells }, i) => {
			const later = poisson(
				seededRandom(`${indicator} ${code} ${period}`),
				mean * listedCells.length
			);
			table.note(code, indicator, { quarter: period }, inPhase[i] ? at(shares, i) : later);
		});
	}
}
