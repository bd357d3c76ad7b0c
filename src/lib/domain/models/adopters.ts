import { firstApproval, type History } from '../history.ts';
import { monthOf, type Month } from '../period.ts';
import { latestSelf } from '../reading.ts';
import { listAncestors } from '../succession.ts';
import type { Frame } from '../unit.ts';
import { sitesByCommune } from './sites-by-commune.ts';

/**
 * The month of the first site of a type in each commune of a frame that ever had one, carried through mergers as
 * the map carries sites: what takes the place of approval where models are held against crime.
 *
 * @param until the last month counted; without it, all are
 * @example adopters(history, frame, 'MH08', toMonth(2026, 10)).get(unitId) // toMonth(2019, 4), or undefined
 */
export function adopters(
	history: History,
	frame: Frame,
	modelCode: string,
	until?: Month
): Map<number, Month> {
	const communes = sitesByCommune(history, frame, modelCode, until);
	return new Map(
		[...communes].map(([unitId, sites]) => [unitId, monthOf(sites[0]!.foundedOn, history.calendar)])
	);
}

/** How far a type came together with the programme's approvals. */
export interface ApprovedAdopters {
	adopters: number;
	/** Adopters that were approved on the track, or hold a former commune that was. */
	approved: number;
	/** Whether too many were approved to tell the type from the programme: no figure is given. */
	tooMany: boolean;
}

/** Above this share of approved adopters, the type cannot be distinguished from the programme. */
const MAX_APPROVED = 1 / 2;

/**
 * How many adopters were approved as well. A merged commune counts as soon as one of its former communes was
 * approved: the careful side, since it is where no figure is given.
 *
 * @param unitIds adopters, on whatever boundaries
 * @param until the last month counted
 */
export function countApproved(
	history: History,
	unitIds: Iterable<number>,
	track: string,
	until: Month
): ApprovedAdopters {
	const ids = [...unitIds];
	const wasApproved = (unitId: number) => {
		const approval = firstApproval(history, unitId, track);
		return approval !== undefined && monthOf(approval, history.calendar) <= until;
	};
	const approved = ids.filter((id) =>
		listAncestors(history.lineage, latestSelf(history, id)).some(({ unitId }) =>
			wasApproved(unitId)
		)
	).length;
	return { adopters: ids.length, approved, tooMany: approved > MAX_APPROVED * ids.length };
}
