import type { IsoDate } from '#lib/domain/period.ts';
import type { StatusChanges } from '../status-change-wire.ts';
import type { FrameUnit } from '../wire.ts';

type Change = StatusChanges['changes'][number];

/**
 * The latest change of status on each unit's land up to a day, by the unit's id. On today's boundaries land is found by
 * the code that it has now; on earlier ones, where codes may mean others, by the names of the unit and of what it was
 * made of.
 *
 * @param changes the earliest first
 */
export function lastChanges(
	units: readonly Pick<FrameUnit, 'id' | 'code' | 'name' | 'formers'>[],
	{ changes }: StatusChanges,
	day: IsoDate,
	today: boolean
): Map<number, Change> {
	const keyed = new Map<string, Change>();
	for (const change of changes) {
		if (change.date <= day) keyed.set(today ? change.code : change.name, change);
	}
	const found = new Map<number, Change>();
	for (const unit of units) {
		const keys = today ? [unit.code] : [unit.name, ...unit.formers.map((each) => each.shortName)];
		const [last] = keys
			.flatMap((key) => keyed.get(key) ?? [])
			.sort((a, b) => (a.date < b.date ? 1 : -1));
		if (last) found.set(unit.id, last);
	}
	return found;
}
