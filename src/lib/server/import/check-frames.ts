import { searchKey } from '#lib/domain/name.ts';
import { findOtherFrame, otherFrames, type RowUnit } from '#lib/domain/other-frame.ts';
import type { IsoDate } from '#lib/domain/period.ts';
import { isValidOn, listFrames, type Frame } from '#lib/domain/unit.ts';
import { splitKind } from '#lib/domain/unit-name.ts';
import type { NamedUnit, UnitLookup } from './unit-lookup.ts';
import type { ProblemList } from './problem-list.ts';

/**
 * Stops at a file whose communes are those of another date than its figures or events: today's 45 for a month
 * of 2025 in which there were 129, say.
 *
 * @param rows the communes of all rows with the day on which each is meant, those without a figure too
 * @throws FileRefused
 */
export function refuseOtherFrames(
	rows: readonly NamedUnit[],
	units: UnitLookup,
	problems: ProblemList
): void {
	const communes = units.units.filter(({ level }) => level === 'commune');
	const frames = listFrames(communes);
	const byId = new Map(communes.map((unit) => [unit.id, toUnit(unit)]));
	const unitsOf = (frame: Frame) => frame.unitIds.flatMap((id) => byId.get(id) ?? []);
	for (const [frame, named] of groupByFrame(rows, frames)) {
		const others = otherFrames(frames, frame);
		const found = findOtherFrame(distinct(named), unitsOf(frame), others.map(unitsOf));
		const other = found === undefined ? undefined : others[found];
		const [first] = named;
		if (!other || !first) continue;
		problems.stop('communes-of-another-date', {
			...first.at,
			detail: {
				date: first.date,
				count: frame.unitIds.length,
				found: other.unitIds.length,
				from: other.from,
				to: other.to ?? '…'
			}
		});
	}
}

function groupByFrame(
	rows: readonly NamedUnit[],
	frames: readonly Frame[]
): Map<Frame, NamedUnit[]> {
	const byDate = new Map<IsoDate, Frame | undefined>();
	const groups = new Map<Frame, NamedUnit[]>();
	for (const row of rows) {
		if (!byDate.has(row.date))
			byDate.set(
				row.date,
				frames.find((frame) => holds(frame, row.date))
			);
		const frame = byDate.get(row.date);
		if (!frame) continue;
		const group = groups.get(frame) ?? [];
		group.push(row);
		groups.set(frame, group);
	}
	return groups;
}

function holds({ from, to }: Frame, date: IsoDate): boolean {
	return isValidOn({ validFrom: from, validTo: to }, date);
}

function distinct(rows: readonly NamedUnit[]): RowUnit[] {
	const found = rows.map(toUnit).map((unit) => [`${unit.code} ${unit.nameKey}`, unit] as const);
	return [...new Map(found).values()];
}

function toUnit({ code, name }: { code: string; name: string }): RowUnit {
	return { code, nameKey: searchKey(splitKind(name).name) };
}
