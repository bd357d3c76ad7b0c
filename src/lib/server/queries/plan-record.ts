import { recordOf, type History } from '#lib/domain/history.ts';
import type { CandidateFacts, FormerRecord } from '#lib/domain/plan/candidate-facts.ts';
import type { IsoDate } from '#lib/domain/period.ts';
import { makeupOn } from '#lib/domain/reading.ts';
import type { Status } from '#lib/domain/status.ts';
import type { WatchAlarm } from '#lib/domain/watch/watch-log.ts';

/** The alarm of a rise that is still open; none where nothing was noticed. */
export function openAlert(alarms: readonly WatchAlarm[] = []): Pick<CandidateFacts, 'alert'> {
	const open = alarms.findLast(({ direction, ended }) => direction === 'rise' && !ended);
	if (!open) return {};
	const { firstSeen, recorded, usual } = open;
	return { alert: { firstSeen, recorded, usual } };
}

/** The states that a unit, or the communes that it was made of, are shown in on a date. */
export function recordsOf(
	history: History,
	unitId: number,
	track: string,
	date: IsoDate
): FormerRecord[] {
	const makeup = makeupOn(history, unitId, track, date);
	if (makeup === 'not-available') return [];
	const members = 'own' in makeup ? [{ unitId, status: makeup.own }] : makeup.members;
	return members.flatMap(({ unitId: id, status: shown }): FormerRecord[] => {
		const unit = history.units.get(id);
		if (!unit) return [];
		const recorded = shown === 'retransforming' ? 'active' : shown;
		const since = sinceOf(history, id, track, recorded, date);
		return [{ name: unit.name, shown, ...(since === undefined ? {} : { since }) }];
	});
}

/** When a unit came into a state that it was in on a date. */
export function sinceOf(
	history: History,
	unitId: number,
	track: string,
	status: Status,
	date: IsoDate
): IsoDate | undefined {
	return recordOf(history, unitId, track).findLast(
		(event) => event.status === status && event.effectiveDate <= date
	)?.effectiveDate;
}
