import type { Month } from '#lib/domain/period.ts';
import type { ShownStatus } from '#lib/domain/status.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from './format.ts';
import { REACHED } from './status-sum.ts';
import type { FrameUnit, MemberStatus } from './wire.ts';

/** The former units that a unit is made of in a month; none for one that has a state of its own. */
export function membersAt(unit: Pick<FrameUnit, 'makeup'>, month: Month): readonly MemberStatus[] {
	return unit.makeup.findLast(({ from }) => from <= month)?.members ?? [];
}

/** How many members have each state, in the order in which states first appear. */
export function compositionAt(
	unit: Pick<FrameUnit, 'makeup'>,
	month: Month
): [ShownStatus, number][] {
	const counts = new Map<ShownStatus, number>();
	for (const { status } of membersAt(unit, month))
		counts.set(status, (counts.get(status) ?? 0) + 1);
	return [...counts];
}

/** Whether the former units differ, so that one word does not say what the unit is. */
export function isMixed(members: readonly MemberStatus[]): boolean {
	return new Set(members.map(({ status }) => status)).size > 1;
}

/** "2 trong 3 xã cũ đã đạt". */
export function compositionText(members: readonly MemberStatus[]): string {
	const ever: readonly ShownStatus[] = REACHED;
	const reached = members.filter(({ status }) => ever.includes(status)).length;
	return m.card_reached({ count: formatCount(reached), total: formatCount(members.length) });
}

/** What a legend shows for all that are mixed: two states that any reader has seen. */
export const MIXED_EXAMPLE = [
	['met', 1],
	['none', 1]
] as const satisfies (readonly [ShownStatus, number])[];
