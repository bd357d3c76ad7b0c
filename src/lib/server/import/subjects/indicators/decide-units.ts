import { periodLabel } from '#lib/domain/period-text.ts';
import { findContinuation, type Lineage } from '#lib/domain/succession.ts';
import { fullName } from '#lib/domain/unit.ts';
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
export function decideUnits(run: FileRun, figures: readonly Figure[], lineage: Lineage): Figure[] {
	const byFormers = new Set<string>();
	for (const { cut, period } of figures) {
		if (cut?.before && !cut.after) byFormers.add(`${period.start} ${period.end}`);
	}
	const hasSuccessor = new Set(
		[...lineage.values()].flatMap((list) => list.map(({ unitId }) => unitId))
	);
	return figures.flatMap((figure): Figure[] => {
		const { cut, period } = figure;
		if (!cut) return [figure];
		const { before, after } = cut;
		if (after && before !== after && (!before || isContinued(lineage, after.id, before.id))) {
			return isMadeOfKnown(run, figure, after, lineage) ? [asUnit(figure, after)] : [];
		}
		const former = !after || byFormers.has(`${period.start} ${period.end}`);
		if (former && before && !after && !hasSuccessor.has(before.id)) {
			cut.refuse();
			return [];
		}
		const unit = former ? before! : after;
		if (unit !== before && !isMadeOfKnown(run, figure, unit, lineage)) return [];
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

/** A month's sum of a unit that nobody knows the former ones of belongs to no one's boundaries. */
function isMadeOfKnown(run: FileRun, figure: Figure, unit: KnownUnit, lineage: Lineage): boolean {
	if (unit.validFrom <= figure.period.start || lineage.has(unit.id)) return true;
	run.problems.error('period-straddles', {
		...figure.at(),
		value: periodLabel(figure.period),
		unit: `${unit.code} ${fullName(unit)}`,
		detail: { date: unit.validFrom }
	});
	return false;
}
