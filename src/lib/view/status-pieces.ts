import { codeAt } from '#lib/domain/class-matrix.ts';
import { findMapClass, statusCode, type StatusClass } from '#lib/domain/map-class.ts';
import type { Month } from '#lib/domain/period.ts';
import type { ClassSource } from './class-source.ts';
import { isMixed, membersAt } from './makeup.ts';
import type { FrameUnit, MemberStatus } from './wire.ts';

/** A piece of land with one status: a commune, or a former commune within one. */
export interface StatusPiece {
	/** Id of the commune, or of the former commune. */
	id: number;
	/** Without its kind. */
	name: string;
	status: StatusClass;
	/** Where a mark may stand: longitude, latitude. */
	label: [number, number];
	/** Whether it is a former commune within the unit. */
	former: boolean;
}

type Merged = Pick<FrameUnit, 'formers'>;
const KNOWN = new WeakMap<readonly Merged[], boolean>();

/**
 * Whether former communes are counted, not communes: most communes came out of a merger of the whole province. Where
 * a few were merged, one whose former communes share a state is one commune in that state.
 */
function countsFormer(units: readonly Merged[]): boolean {
	let known = KNOWN.get(units);
	if (known === undefined) {
		known = 2 * units.filter(({ formers }) => formers.length > 1).length > units.length;
		KNOWN.set(units, known);
	}
	return known;
}

/** Whether a commune with such former communes shows them, rather than itself. */
export function showsFormer(units: readonly Merged[], members: readonly MemberStatus[]): boolean {
	return members.length > 0 && (countsFormer(units) || isMixed(members));
}

/**
 * What a commune's land shows of the programme in a month: its own record, or its former communes with their last
 * states; nothing where that is not known.
 */
export function statusPiecesAt(
	source: Pick<ClassSource, 'units' | 'matrices'>,
	row: number,
	month: Month
): StatusPiece[] {
	const unit = source.units[row];
	if (!unit) return [];
	const members = membersAt(unit, month);
	if (showsFormer(source.units, members)) {
		return members.map(({ id, shortName, label, status }) => ({
			id,
			label,
			status,
			name: shortName,
			former: true
		}));
	}
	const { status } = source.matrices;
	const code = status && codeAt(status, row, month);
	const mapClass = code === undefined ? undefined : findMapClass(code);
	if (mapClass?.theme !== 'status') return [];
	return [{ id: unit.id, name: unit.name, label: unit.label, status: mapClass.key, former: false }];
}

/** Whether a merged commune has a record of its own by a month, beside those of its former communes. */
export function hasOwnRecord(
	source: Pick<ClassSource, 'units' | 'matrices'>,
	row: number,
	month: Month
): boolean {
	const unit = source.units[row];
	if (!unit || unit.formers.length < 2 || !countsFormer(source.units)) return false;
	const pieces = statusPiecesAt(source, row, month);
	return pieces.some(({ former, status }) => !former && status !== 'none');
}

/**
 * The states that a commune adds to the programme's sum: those of its former communes also where it has a record of its
 * own, for what they reached stays reached.
 */
export function countedStatusesAt(
	source: Pick<ClassSource, 'units' | 'matrices'>,
	row: number,
	month: Month
): StatusClass[] {
	const unit = source.units[row];
	return unit && hasOwnRecord(source, row, month)
		? unit.formers.map(({ status }) => status)
		: statusPiecesAt(source, row, month).map(({ status }) => status);
}

/** Class codes of the pieces of a commune. */
export function statusCodesAt(
	source: Pick<ClassSource, 'units' | 'matrices'>,
	row: number,
	month: Month
): number[] {
	return statusPiecesAt(source, row, month).map(({ status }) => statusCode(status));
}
