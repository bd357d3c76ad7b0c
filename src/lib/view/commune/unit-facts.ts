import type { Unit } from '#lib/domain/unit.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDate } from '../format.ts';
import type { CommuneEvidence } from '../evidence-wire.ts';
import type { FrameSummary, UnitDetails } from '../wire.ts';

/** When a unit was or is valid: "từ 01/07/2025". */
export function periodOf({ validFrom, validTo }: Pick<Unit, 'validFrom' | 'validTo'>): string {
	return validTo === null
		? m.panel_since({ date: formatDate(validFrom) })
		: m.panel_between({ from: formatDate(validFrom), to: formatDate(validTo) });
}

/** The district of a commune; where there are none any more those of the communes that it was made of. */
export function districtsOf({
	unit,
	formers
}: Pick<UnitDetails, 'unit' | 'formers'>): { name: string; former: boolean }[] {
	if (unit.parentName !== null) return [{ name: unit.parentName, former: unit.validTo !== null }];
	const names = formers
		.filter(({ otherId }) => otherId === unit.id)
		.flatMap(({ unit: { parentName } }) => (parentName === null ? [] : [parentName]));
	return [...new Set(names)].map((name) => ({ name, former: true }));
}

/** Where the boundaries are on which a commune's surroundings have former communes; undefined where they have none. */
export function formerBoundaries(
	{ around, month }: Pick<CommuneEvidence, 'around' | 'month'>,
	frames: readonly FrameSummary[]
): string | undefined {
	if (!around.some(({ pieces }) => pieces.some(({ former }) => former))) return undefined;
	const at = frames.findIndex(({ months }) => months.from <= month && month <= months.to);
	return frames[at - 1]?.boundariesUrl;
}
