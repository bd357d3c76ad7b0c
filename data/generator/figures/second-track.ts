import { at } from '../at.ts';
import { cellsOf, type Frame } from '../frames.ts';
import { seededRandom } from '../seeded-random.ts';
import { addDays, monthOf } from './calendar.ts';
import { between } from './distributions.ts';
import type { ProgrammeCommune } from './programme.ts';
import { isCityWard } from './rates.ts';
import { closingOf, writeRecords, type Step, type StatusEvent } from './status-events.ts';

/** A commune that was approved on the second track in 2021. */
export interface SecondTrackCommune {
	/** Its position in the first frame. */
	readonly cell: number;
	readonly code: string;
}

const COMMUNES = 24;
const APPROVALS = ['2021-04-16', '2021-06-25', '2021-09-30'];
const RECOGNITIONS = ['2023-12-20', '2024-06-28'];
/** So many were not recognised: they are still at work. */
const AT_WORK = 4;
/** Months until the invented effect is complete, and what it leaves of the rate. */
const EFFECT_MONTHS = 12;
const REMAINS = 0.35;

/**
 * Chooses communes for the second track among those that the first phase left out, the more recorded crime the likelier.
 * A draw of lots like the rest, made so that a definite outcome can be seen on the page of effects.
 */
export function chooseSecondTrack(
	frame: Frame,
	ordinary: readonly number[],
	programme: readonly ProgrammeCommune[]
): SecondTrackCommune[] {
	const taken = new Set(programme.map(({ code }) => code));
	return frame.units
		.flatMap((unit) => {
			const cells = cellsOf(frame, unit.code);
			if (cells.length > 1 || taken.has(unit.code) || isCityWard(unit)) return [];
			const cell = at(cells, 0);
			const score = at(ordinary, cell) + 2 * seededRandom(`second track ${unit.code}`)();
			return [{ cell, code: unit.code, score }];
		})
		.sort((a, b) => b.score - a.score)
		.slice(0, COMMUNES)
		.map(({ cell, code }) => ({ cell, code }))
		.sort((a, b) => a.cell - b.cell);
}

/** The record of every commune of the second track, in order of commune and date. */
export function buildSecondTrackEvents(communes: readonly SecondTrackCommune[]): StatusEvent[] {
	const steps = communes.flatMap(({ code }, i) => {
		const random = seededRandom(`second course ${code}`);
		const approved = at(APPROVALS, between(random, 0, APPROVALS.length - 1));
		const met = at(RECOGNITIONS, between(random, 0, RECOGNITIONS.length - 1));
		const course: Step[] = [
			['survey', addDays('2020-10-20', between(random, 0, 60))],
			['proposed', addDays(approved, -between(random, 18, 30))],
			['approved', approved],
			['active', addDays(approved, between(random, 28, 62))]
		];
		if (i % Math.floor(COMMUNES / AT_WORK) > 0) {
			course.push(['appraisal', addDays(met, -between(random, 28, 58))], ['met', met]);
		}
		return course.map(([status, date]) => ({ code, status, date }));
	});
	const events = writeRecords(steps, 'MH2');
	return communes.flatMap(({ code }) => [
		...events.filter((event) => event.code === code),
		closingOf(code)
	]);
}

/** What the second track multiplies a commune's rate by in a month. */
export function secondTrackFactor(
	communes: readonly SecondTrackCommune[],
	events: readonly StatusEvent[]
): (cell: number, month: number) => number {
	const approved = new Map(
		communes.map(({ cell, code }) => [
			cell,
			monthOf(
				events.find((event) => event.code === code && event.status === 'approved')!.effectiveDate
			)
		])
	);
	return (cell, month) => {
		const since = month - (approved.get(cell) ?? Infinity);
		const share = Math.min(1, Math.max(0, since / EFFECT_MONTHS));
		return 1 - (1 - REMAINS) * share;
	};
}
