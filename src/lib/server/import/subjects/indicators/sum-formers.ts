import { periodLabel } from '#lib/domain/period-text.ts';
import type { Period } from '#lib/domain/period.ts';
import { listAncestors, type Lineage } from '#lib/domain/succession.ts';
import { fullName, isValidOn } from '#lib/domain/unit.ts';
import type { FileRun } from '../../file-run.ts';
import type { KnownUnit } from '../../unit-lookup.ts';
import type { Figure } from './figure.ts';

/** A unit at the end of a period, and what it was made of at its beginning. */
interface Successor {
	unit: KnownUnit;
	parts: readonly { unit: KnownUnit; weight: number }[];
}

/** What a file's rows were summed up to, for one message. */
interface Summing {
	successor: Successor;
	/** Parts that the file does not have; empty where the sum is complete. */
	missing: readonly KnownUnit[];
	first: Figure;
}

/**
 * Sums figures of units that a merger ended in the middle of a period onto the units that are valid at its end,
 * by the shares that went over. Each sum is told, and one that lacks a former unit is an error that names it.
 *
 * @param figures of a file, each of the unit that its row means
 * @returns them with the sums in the place of what was summed
 */
export function sumFormers(
	run: FileRun,
	figures: readonly Figure[],
	units: readonly KnownUnit[],
	lineage: Lineage
): Figure[] {
	const groups = new Map<string, Figure[]>();
	const result: Figure[] = [];
	for (const figure of figures) {
		if (!figure.cut) {
			result.push(figure);
			continue;
		}
		const { indicator, period } = figure;
		const key = `${indicator} ${period.scheme} ${period.start} ${period.end}`;
		const group = groups.get(key);
		if (group) group.push(figure);
		else groups.set(key, [figure]);
	}
	const successors = new Map<string, Successor[]>();
	const told = new Map<string, Summing>();
	for (const group of groups.values()) {
		const { period } = group[0]!;
		const key = `${period.start} ${period.end}`;
		let list = successors.get(key);
		if (!list) successors.set(key, (list = successorsIn(period, units, lineage)));
		for (const figure of sumGroup(run, group, list, told)) result.push(figure);
	}
	for (const summing of told.values()) tell(run, summing);
	return result;
}

/** Units valid at the end of a period that were not just themselves at its beginning. */
function successorsIn(
	{ start, end }: Period,
	units: readonly KnownUnit[],
	lineage: Lineage
): Successor[] {
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	return units
		.filter((unit) => isValidOn(unit, end))
		.map((unit) => ({
			unit,
			parts: listAncestors(lineage, unit.id).flatMap(({ unitId, weight }) => {
				const part = byId.get(unitId);
				return part && isValidOn(part, start) ? { unit: part, weight } : [];
			})
		}))
		.filter(({ unit, parts }) => parts.some((part) => part.unit !== unit));
}

/** Figures of one indicator and period. */
function sumGroup(
	run: FileRun,
	group: readonly Figure[],
	successors: readonly Successor[],
	told: Map<string, Summing>
): Figure[] {
	const byUnit = new Map(group.map((figure) => [figure.unitId, figure]));
	const used = new Set<Figure>();
	const sums: Figure[] = [];
	for (const successor of successors) {
		const { unit, parts } = successor;
		const figures = parts.flatMap((part) => byUnit.get(part.unit.id) ?? []);
		// A unit that stands alone in the file, and only received land, is as it was reported.
		if (!figures.some(({ unitId }) => unitId !== unit.id)) continue;
		for (const figure of figures) used.add(figure);
		const [first] = figures as [Figure, ...Figure[]];
		const direct = byUnit.get(unit.id);
		if (direct && !figures.includes(direct)) {
			run.problems.error('sum-twice', {
				...first.at(),
				value: periodLabel(first.period),
				unit: labelOf(unit),
				detail: { first: direct.at().row, found: first.unit }
			});
			continue;
		}
		const missing = parts.filter((part) => !byUnit.has(part.unit.id)).map((part) => part.unit);
		const { start, end } = first.period;
		const key = [unit.id, start, end, ...missing.map(({ id }) => id)].join(' ');
		if (!told.has(key)) told.set(key, { successor, missing, first });
		if (missing.length > 0) continue;
		sums.push({
			indicator: first.indicator,
			period: first.period,
			at: first.at,
			unitId: unit.id,
			unit: labelOf(unit),
			value: parts.reduce((sum, part) => sum + byUnit.get(part.unit.id)!.value * part.weight, 0),
			origin: parts.every(({ weight }) => weight === 1) ? 'summed' : 'estimated'
		});
	}
	return [...group.filter((figure) => !used.has(figure)), ...sums];
}

function tell(run: FileRun, { successor, missing, first }: Summing): void {
	const { unit, parts } = successor;
	const at = { ...first.at(), value: periodLabel(first.period), unit: labelOf(unit) };
	const date = unit.validFrom;
	if (missing.length > 0) {
		const detail = { date, found: missing.map(labelOf).join(', ') };
		run.problems.error('sum-incomplete', { ...at, detail });
		return;
	}
	const detail = { date, found: parts.map((part) => labelOf(part.unit)).join(', ') };
	const whole = parts.every(({ weight }) => weight === 1);
	run.problems.warn(whole ? 'figures-summed' : 'figures-estimated', { ...at, detail });
}

function labelOf(unit: KnownUnit): string {
	return `${unit.code} ${fullName(unit)}`;
}
