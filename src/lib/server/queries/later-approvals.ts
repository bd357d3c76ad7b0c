import { recordOf } from '#lib/domain/history.ts';
import { monthEnd, type Month } from '#lib/domain/period.ts';
import { latestSelf } from '#lib/domain/reading.ts';
import { statusAt } from '#lib/domain/status.ts';
import { findFrame } from '#lib/domain/unit.ts';
import type { LaterApprovals } from '#lib/view/plan-wire.ts';
import type { Province } from '../province.ts';

/** States before approval: who is in one could be chosen. */
const NOT_APPROVED = ['none', 'survey', 'proposed'];

/**
 * What was decided after a month that a plan is held against: communes of the frame of then that were
 * approved in the months that followed, among those that could have been.
 */
export function listLaterApprovals(
	{ history }: Province,
	track: string,
	month: Month,
	months: number
): LaterApprovals {
	const { calendar } = history;
	const from = monthEnd(month, calendar);
	const to = monthEnd(month + months, calendar);
	const frame = findFrame(history.frames, month, calendar);
	// Events after a plain continuation stand with the unit that it became.
	const recordsOf = (id: number) => recordOf(history, latestSelf(history, id), track);
	const candidates = (frame?.unitIds ?? []).filter((id) =>
		NOT_APPROVED.includes(statusAt(recordsOf(id), from))
	);
	return {
		months,
		candidates,
		approved: candidates.filter((id) =>
			recordsOf(id).some(
				({ status, effectiveDate }) =>
					status === 'approved' && effectiveDate > from && effectiveDate <= to
			)
		)
	};
}
