import { periodLabel } from '#lib/domain/period-text.ts';
import { findContinuation, type Lineage } from '#lib/domain/succession.ts';
import type { IsoDate } from '#lib/domain/period.ts';
import { fullName, type Level } from '#lib/domain/unit.ts';
import type { FileRun } from '../../file-run.ts';
import type { KnownUnit } from '../../unit-lookup.ts';
import type { Figure } from './figure.ts';

/**
 * Decides which unit each row means in a period in which boundaries changed. A code and a name may be those of a
 * unit before and of another one after; where any row of the period can only mean a former unit, the file is by
 * the former ones, else by those of the last day.
 *
 * @returns the figures, each of its unit; those that can be of none are noted and left out
 */
export function decideUnits(
	run: FileRun,
	figures: readonly Figure[],
	units: readonly KnownUnit[],
	lineage: Lineage
): Figure[] {
	const byFormers = new Set<string>();
	for (const { cut, period } of figures) {
		if (cut?.before && !cut.after) byFormers.add(`${period.start} ${period.end}`);
	}
	const hasSuccessor = new Set(
		[...lineage.values()].flatMap((list) => list.map(({ unitId }) => unitId))
	);
	const earliest = firstDays(units);
	const isKnown = (figure: Figure, unit: KnownUnit) =>
		unit.validFrom <= figure.period.start ||
		lineage.has(unit.id) ||
		earliest.get(unit.level) === unit.validFrom;
	return figures.flatMap((figure): Figure[] => {
		const { cut, period } = figure;
		if (!cut) return [figure];
		const { before, after } = cut;
		if (after && before !== after && (!before || isContinued(lineage, after.id, before.id))) {
			return isKnown(figure, after) ? [asUnit(figure, after)] : refused(run, figure, after);
		}
		const former = !after || byFormers.has(`${period.start} ${period.end}`);
		if (former && before && !after && !hasSuccessor.has(before.id)) {
			cut.refuse();
			return [];
		}
		const unit = former ? before! : after;
		if (unit !== before && !isKnown(figure, unit)) return refused(run, figure, unit);
		return [asUnit(figure, unit)];
	});
}

function asUnit(figure: Figure, unit: KnownUnit): Figure {
	return { ...figure, unitId: unit.id, unit: `${unit.code} ${fullName(unit)}` };
}

/** Whether a unit plainly goes on from another one: the same people, the same record. */
function isContinued(lineage: Lineage, unitId: number, formerId: number): boolean {
	for (let id = findContinuation(lineage, unitId); id !== undefined;) {
		if (id === formerId) return true;
		id = findContinuation(lineage, id);
	}
	return false;
}

/** The first day of the earliest boundaries of each level: before them there is nothing to be made of. */
function firstDays(units: readonly KnownUnit[]): Map<Level, IsoDate> {
	const first = new Map<Level, IsoDate>();
	for (const { level, validFrom } of units) {
		const known = first.get(level);
		if (known === undefined || validFrom < known) first.set(level, validFrom);
	}
	return first;
}

/** A unit was created in the period and its predecessors are unknown: the merger table must be loaded first. */
function refused(run: FileRun, figure: Figure, unit: KnownUnit): [] {
	run.problems.error('period-straddles', {
		...figure.at(),
		value: periodLabel(figure.period),
		unit: `${unit.code} ${fullName(unit)}`,
		detail: { date: unit.validFrom }
	});
	return [];
}
