import { recordOf } from '#lib/domain/history.ts';
import { statusCode } from '#lib/domain/map-class.ts';
import { monthEnd, type Month } from '#lib/domain/period.ts';
import { latestSelf } from '#lib/domain/reading.ts';
import { byEffect } from '#lib/domain/status.ts';
import type { TrackHistory } from '#lib/domain/track-history.ts';
import { m } from '#lib/paraglide/messages.js';
import { statusLabel } from '#lib/view/class-label.ts';
import { formatDate } from '#lib/view/format.ts';
import type { ClassSource } from '#lib/view/frame-view.ts';
import { membersAt } from '#lib/view/makeup.ts';
import { isRelapse } from '#lib/view/relapse-mark.ts';
import { statusPiecesAt } from '#lib/view/status-pieces.ts';
import type { CommuneContent } from '../sheet/commune-sheet.ts';
import { classPaint } from './area-paint.ts';

/** The states of a commune's former communes, or its own. */
export function atlasStates(
	source: ClassSource,
	row: number,
	month: Month
): Pick<CommuneContent, 'statesTitle' | 'states'> {
	const pieces = statusPiecesAt(source, row, month);
	return {
		statesTitle: pieces.some(({ former }) => former) ? m.atlas_states() : m.atlas_state(),
		states: pieces.map(({ id, name, status, former }) => ({
			...(former ? { partId: id } : {}),
			name,
			state: statusLabel(status),
			paint: classPaint(statusCode(status)),
			diamond: isRelapse({ theme: 'status', key: status })
		}))
	};
}

/** What happened in a commune on the track until a month: its own record, else those of its former communes by name. */
export function atlasEvents(
	{ source, month, track }: { source: ClassSource; month: Month; track: string },
	history: TrackHistory,
	row: number
): CommuneContent['events'] {
	const unit = source.units[row];
	if (!unit) return [];
	const end = monthEnd(month, history.calendar);
	const until = (unitId: number) =>
		recordOf(history, unitId, track).filter(({ effectiveDate }) => effectiveDate <= end);
	const members = membersAt(unit, month);
	const records =
		members.length > 0
			? members.flatMap(({ id, shortName }) =>
					until(id).map((event) => ({ event, name: shortName }))
				)
			: until(latestSelf(history, unit.id)).map((event) => ({ event, name: '' }));
	return records
		.filter(({ event, name }) => name === '' || event.status !== 'succeeded')
		.sort((a, b) => byEffect(a.event, b.event))
		.map(({ event: { effectiveDate, status, documentNumber }, name }) => {
			const what = name === '' ? statusLabel(status) : `${name}: ${statusLabel(status)}`;
			return {
				date: formatDate(effectiveDate),
				text: documentNumber === null ? what : `${what}, ${documentNumber}`
			};
		});
}
