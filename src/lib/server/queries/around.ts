import type { IsoDate } from '#lib/domain/period.ts';
import { makeupOn } from '#lib/domain/reading.ts';
import type { ShownStatus } from '#lib/domain/status.ts';
import type { Frame } from '#lib/domain/unit.ts';
import type { AroundPiece, AroundUnit } from '#lib/view/evidence-wire.ts';
import type { Province } from '../province.ts';

/** The communes of a frame with what their land shows of a track on a day: own states, or those of former communes. */
export function listAround(
	{ history }: Pick<Province, 'history'>,
	frame: Frame,
	track: string,
	day: IsoDate
): AroundUnit[] {
	const piece = (unitId: number, status: ShownStatus, former: boolean): AroundPiece[] => {
		const unit = history.units.get(unitId);
		return unit ? [{ id: unitId, name: unit.name, label: unit.label, status, former }] : [];
	};
	const piecesOf = (unitId: number): AroundPiece[] => {
		const makeup = makeupOn(history, unitId, track, day);
		if (makeup === 'not-available') return [];
		if ('own' in makeup) return piece(unitId, makeup.own, false);
		return makeup.members.flatMap((member) => piece(member.unitId, member.status, true));
	};
	return frame.unitIds.flatMap((id) => {
		const unit = history.units.get(id);
		return unit ? [{ id, name: unit.name, label: unit.label, pieces: piecesOf(id) }] : [];
	});
}
