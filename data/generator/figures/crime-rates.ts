import { at } from '../at.ts';
import { monthOf } from './calendar.ts';
import type { ProgrammeCommune } from './programme.ts';
import { commonFactor } from './rates.ts';
import { firstDateOf, type StatusEvent } from './status-events.ts';

/** Months until the programme's effect is complete. */
const EFFECT_MONTHS = 24;
/** What a relapse multiplies the rate by, from three months before the inspection that found it. */
const RELAPSE_FACTOR = 1.7;
const RELAPSE_LEAD_MONTHS = 3;

/** What the programme and a relapse multiply a listed commune's rate by in a month. */
function programmeFactor(
	commune: ProgrammeCommune,
	events: readonly StatusEvent[],
	month: number
): number {
	const since = month - monthOf(firstDateOf(events, commune.code, 'approved') ?? '9999-01');
	const share = Math.min(1, Math.max(0, since / EFFECT_MONTHS));
	const direction = commune.effect === 'rise' ? 1 : -1;
	const relapsed = firstDateOf(events, commune.code, 'relapsed');
	const fellBack = relapsed !== undefined && month >= monthOf(relapsed) - RELAPSE_LEAD_MONTHS;
	return (1 + direction * commune.effectSize * share) * (fellBack ? RELAPSE_FACTOR : 1);
}

/** Expected recorded crimes of a commune of the first frame in a month. */
export type MonthlyRate = (cell: number, month: number) => number;

export function buildMonthlyRate(
	ordinary: readonly number[],
	programme: readonly ProgrammeCommune[],
	events: readonly StatusEvent[]
): MonthlyRate {
	const listed = new Map(programme.map((commune) => [commune.cell, commune]));
	return (cell, month) => {
		const commune = listed.get(cell);
		const yearly = commune
			? commune.yearlyRate * programmeFactor(commune, events, month)
			: at(ordinary, cell);
		return (yearly / 12) * commonFactor(month);
	};
}
