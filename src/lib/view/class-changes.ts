import { findMapClass } from '#lib/domain/map-class.ts';
import type { Month } from '#lib/domain/period.ts';
import { fullName } from '#lib/domain/unit.ts';
import { classLabel } from './class-label.ts';
import { fillCode, type ClassSource, type FillView } from './frame-view.ts';
import type { FrameUnit, Heirs } from './wire.ts';

/** What is compared: a month on the boundaries of its time. */
export interface ComparedSide {
	source: ClassSource;
	month: Month;
	/** First day of its boundaries. */
	from: string;
}

/** A commune of the later side that is of another class than it, or what it was made of, was before. */
export interface ClassChange {
	unitId: number;
	name: string;
	/** Classes before, one for each commune that it was made of; one without a name where it is the same. */
	before: { name: string | undefined; label: string }[];
	now: string;
}

/**
 * What is different between two months, commune by commune of the second.
 *
 * @param heirs what the communes of the first became on the boundaries of the second; not needed where both
 *   are the same
 */
export function listClassChanges(
	first: ComparedSide,
	second: ComparedSide,
	view: FillView,
	heirs: Heirs
): ClassChange[] {
	const labelOf = ({ source, month }: ComparedSide, row: number) => {
		const code = fillCode(source, row, month, view);
		const mapClass = code === undefined ? undefined : findMapClass(code);
		return mapClass ? classLabel(mapClass, view.perPeople) : '';
	};
	const former = new Map<string, { unit: FrameUnit; row: number }[]>();
	first.source.units.forEach((unit, row) => {
		const became =
			first.from === second.from
				? [unit.code]
				: (heirs[unit.code]?.heirs.map(({ code }) => code) ?? []);
		for (const code of became) former.set(code, [...(former.get(code) ?? []), { unit, row }]);
	});
	return second.source.units.flatMap((unit, row): ClassChange[] => {
		const now = labelOf(second, row);
		const members = former.get(unit.code) ?? [];
		const itself = members.length === 1 && members[0]!.unit.name === unit.name;
		const before = members.map((member) => ({
			name: itself ? undefined : fullName(member.unit),
			label: labelOf(first, member.row)
		}));
		if (before.length === 0 || before.every(({ label }) => label === now)) return [];
		return [{ unitId: unit.id, name: fullName(unit), before, now }];
	});
}
