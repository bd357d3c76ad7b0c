import { recordOf } from '#lib/domain/history.ts';
import { latestSelf } from '#lib/domain/reading.ts';
import type { Status } from '#lib/domain/status.ts';
import { matchUnits } from '#lib/domain/succession.ts';
import type { StatusChanges } from '#lib/view/status-change-wire.ts';
import type { Province } from '../province.ts';

/** Not a change: a status that a merger ended. */
const UNTOLD: readonly Status[] = ['none', 'succeeded'];

/** What happened to communes on a track, the earliest first, with the commune that each lies in now. */
export function listStatusChanges({ history }: Province, track: string): StatusChanges {
	const frame = history.frames.at(-1);
	const changes = [...history.events].flatMap(([unitId, events]) => {
		const own = events.filter((event) => event.track === track && !UNTOLD.includes(event.status));
		const unit = history.units.get(unitId);
		if (own.length === 0 || !unit) return [];
		const record = recordOf(history, latestSelf(history, unitId), track);
		const [heir] = frame
			? (matchUnits(history.lineage, [unitId], frame.unitIds).get(unitId) ?? [])
			: [];
		const now = heir === undefined ? unit : history.units.get(heir);
		return own.map(({ effectiveDate, status, id }) => ({
			date: effectiveDate,
			name: unit.name,
			code: now?.code ?? unit.code,
			status,
			again: record
				.slice(
					0,
					record.findIndex((event) => event.id === id)
				)
				.some((event) => event.status === 'relapsed')
		}));
	});
	return { changes: changes.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) };
}
