import { addDays, lastDay, type IsoDate, type Month } from './period.ts';

export const LEVELS = ['commune', 'district', 'province'] as const;
export type Level = (typeof LEVELS)[number];

/**
 * An administrative unit during one period of validity.
 *
 * A code does not identify a unit: codes are used again after mergers. `id` does, and so do code and
 * date together.
 */
export interface Unit {
	id: number;
	code: string;
	name: string;
	/** Phường, Xã, Thị trấn, Huyện … */
	kind: string;
	level: Level;
	/** The district a commune belonged to; null since districts were abolished. */
	parentName: string | null;
	validFrom: IsoDate;
	/** Last day of validity; null while the unit exists. */
	validTo: IsoDate | null;
	areaKm2: number;
	/** Where a label may stand, inside the unit: longitude, latitude (WGS 84). */
	label: [number, number];
}

/** "Xã Pu Nhi". */
export function fullName(unit: Pick<Unit, 'kind' | 'name'>): string {
	return unit.kind ? `${unit.kind} ${unit.name}` : unit.name;
}

export function isValidOn(unit: Pick<Unit, 'validFrom' | 'validTo'>, date: IsoDate): boolean {
	return unit.validFrom <= date && (unit.validTo === null || date <= unit.validTo);
}

/** The set of units that is valid together, from one boundary change to the next. */
export interface Frame {
	/** Its first day, which names it. */
	from: IsoDate;
	/** Its last day; null for the frame in force. */
	to: IsoDate | null;
	unitIds: number[];
}

/**
 * Cuts time into frames: within one, the set of valid units does not change.
 *
 * @returns frames in order of time; days on which no unit is valid are in none.
 */
export function listFrames(units: readonly Pick<Unit, 'id' | 'validFrom' | 'validTo'>[]): Frame[] {
	const starts = new Set<IsoDate>();
	for (const unit of units) {
		starts.add(unit.validFrom);
		if (unit.validTo !== null) starts.add(addDays(unit.validTo, 1));
	}
	const ordered = [...starts].sort();
	const frames: Frame[] = [];
	ordered.forEach((from, index) => {
		const unitIds = units.filter((unit) => isValidOn(unit, from)).map((unit) => unit.id);
		if (unitIds.length === 0) return;
		const next = ordered[index + 1];
		frames.push({ from, to: next === undefined ? null : addDays(next, -1), unitIds });
	});
	return frames;
}

/** The frame that holds on the last day of a month. */
export function findFrame(frames: readonly Frame[], month: Month): Frame | undefined {
	const day = lastDay(month);
	return frames.findLast((frame) => frame.from <= day && (frame.to === null || day <= frame.to));
}

/** The boundaries that held on a date, or those in force for `today`; the first where the date lies before all. */
export function findFrameOn<F extends { from: IsoDate }>(
	frames: readonly F[],
	on: IsoDate
): F | undefined {
	return on === 'today' ? frames.at(-1) : (frames.findLast(({ from }) => from <= on) ?? frames[0]);
}
