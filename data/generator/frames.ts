import { at } from './at.ts';
import { readSuccession, readUnits, type Succession, type Unit } from './facts.ts';

/**
 * The units valid during one period. `cells` says which communes of the first frame each unit is made of,
 * as positions in that frame: the smallest parts that everything else is added up from.
 */
export interface Frame {
	readonly validFrom: string;
	readonly validTo: string | undefined;
	readonly units: readonly Unit[];
	readonly cells: ReadonlyMap<string, readonly number[]>;
}

export interface Frames {
	readonly first: Frame;
	readonly second: Frame;
	readonly third: Frame;
}

function buildFrame(units: readonly Unit[], codeOfCell: readonly string[]): Frame {
	const cells = new Map<string, number[]>(units.map((unit) => [unit.code, []]));
	codeOfCell.forEach((code, cell) => {
		const members = cells.get(code);
		if (!members) throw new Error(`No unit ${code} in the frame`);
		members.push(cell);
	});
	const { validFrom, validTo } = at(units, 0);
	return { validFrom, validTo, units, cells };
}

function follow(codes: readonly string[], succession: readonly Succession[]): string[] {
	const successor = new Map(succession.map((row) => [row.oldCode, row.newCode]));
	return codes.map((code) => successor.get(code) ?? code);
}

export function buildFrames(): Frames {
	const units = readUnits();
	const of = (validFrom: string): Unit[] => units.filter((unit) => unit.validFrom === validFrom);
	const [first, second, third] = [of('2017-01-01'), of('2020-01-01'), of('2025-07-01')];
	const codes2017 = first.map((unit) => unit.code);
	const codes2020 = follow(codes2017, readSuccession('succession-2020.csv'));
	const codes2025 = follow(codes2020, readSuccession('succession-2025.csv'));
	return {
		first: buildFrame(first, codes2017),
		second: buildFrame(second, codes2020),
		third: buildFrame(third, codes2025)
	};
}

/** The frame in force on a date; dates before the first frame count as the first. */
export function frameOn(frames: Frames, date: string): Frame {
	if (date >= frames.third.validFrom) return frames.third;
	return date >= frames.second.validFrom ? frames.second : frames.first;
}

/** The parts of a unit; throws for a code that is not in the frame. */
export function cellsOf(frame: Frame, code: string): readonly number[] {
	const cells = frame.cells.get(code);
	if (!cells) throw new Error(`No unit ${code} in the frame from ${frame.validFrom}`);
	return cells;
}
