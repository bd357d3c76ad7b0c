import type { Months } from '../evidence/frame-figures.ts';
import { firstApproval } from '../history.ts';
import { monthEnd, monthOf, yearOf, type Month } from '../period.ts';
import { populationIn } from '../population.ts';
import { latestSelf } from '../reading.ts';
import { listAncestors } from '../succession.ts';
import type { TrackHistory } from '../track-history.ts';
import { isValidOn, type Frame } from '../unit.ts';
import type { StudyAbsence } from './study-types.ts';

/** A merged unit counts as treated from this share of its people on. */
const TREATED_SHARE = 2 / 3;

/** The month of the first approval of every unit that was approved, by the last unit of its identity. */
export function listApprovals(history: TrackHistory): Map<number, Month> {
	const approvals = new Map<number, Month>();
	for (const id of history.units.keys()) {
		const self = latestSelf(history, id);
		if (approvals.has(self)) continue;
		const approval = firstApproval(history, self, history.track);
		if (approval !== undefined) approvals.set(self, monthOf(approval, history.calendar));
	}
	return approvals;
}

/** What a unit of a frame is in a study. */
export type StudyRole = 'treated' | 'control' | StudyAbsence;

/**
 * The role of each unit of a frame: treated if it was approved among the group, or at least two thirds of its people
 * in the year of the first approval lived in units that were; a control if none of it was approved on the track up to a
 * month.
 *
 * @param group months of the first and last approval of the group
 * @param until last month of the window after
 */
export function studyRoles(
	history: TrackHistory,
	frame: Frame,
	approvals: ReadonlyMap<number, Month>,
	group: Months,
	until: Month
): StudyRole[] {
	const inGroup = (month: Month | undefined) =>
		month !== undefined && month >= group.from && month <= group.to;
	return frame.unitIds.map((id) => {
		const own = approvals.get(latestSelf(history, id));
		if (inGroup(own)) return 'treated';
		const members = membersAt(history, id, group.from);
		const share = shareOf(members, ({ unitId }) => inGroup(approvals.get(unitId)));
		if (share >= TREATED_SHARE) return 'treated';
		if (share > 0) return 'mixed';
		const otherwise = [own, ...members.map(({ unitId }) => approvals.get(unitId))];
		return otherwise.some((month) => month !== undefined && month <= until)
			? 'approved-otherwise'
			: 'control';
	});
}

interface Member {
	/** Last unit of its identity. */
	unitId: number;
	people: number;
}

/** The units that a unit's land was in a month, with the people of each that are in it. */
function membersAt(history: TrackHistory, id: number, month: Month): Member[] {
	const date = monthEnd(month, history.calendar);
	return listAncestors(history.lineage, latestSelf(history, id))
		.filter(({ unitId }) => isValidOn(history.units.get(unitId)!, date))
		.map(({ unitId, weight }) => ({
			unitId: latestSelf(history, unitId),
			people: weight * (populationIn(history, unitId, yearOf(month))?.value ?? 1)
		}));
}

function shareOf(members: readonly Member[], holds: (member: Member) => boolean): number {
	const all = members.reduce((sum, { people }) => sum + people, 0);
	const held = members.filter(holds).reduce((sum, { people }) => sum + people, 0);
	return all > 0 ? held / all : 0;
}
