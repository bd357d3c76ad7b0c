/** Default size up to which faults are repaired, m². */
export const REPAIR_LIMIT_M2 = 100;

/** An overlap or a gap that a repair closed. */
export interface RepairChange {
	kind: 'overlap' | 'gap';
	areaM2: number;
	/** "03203 Pu Nhi": who has the land now. Of an overlap it had it before, too. */
	to: string;
	/** Who no longer has it; nobody had a gap. */
	from: string[];
	position: [number, number];
}

/** An invalid shape that a repair mended. */
export interface MendedShape {
	/** Number of the feature, from 1. */
	row: number;
	unit: string;
	/** As GEOS names it: "Self-intersection". */
	reason: string;
	position?: [number, number];
	/** Against what map programs fill of the drawing: every other area between its lines. */
	gainedM2: number;
	lostM2: number;
}

/** What a repair did to a file. */
export interface Repair {
	/** Larger overlaps and gaps stayed as they were, m². */
	limitM2: number;
	/** The largest first. */
	changes: RepairChange[];
	/** Changes that are too small to be listed one by one. */
	smaller: { count: number; areaM2: number };
	mended: MendedShape[];
}

/** How a repair changed the area of one commune. */
export interface RepairedUnit {
	unit: string;
	gainedM2: number;
	lostM2: number;
}

/** Smaller sums are noise of the coordinates' last digits, m². */
const NOTICED_M2 = 0.5;

/**
 * How the area of each commune changed: after the repair it is as much larger as it gained more than it
 * lost. The commune that keeps an overlap had it before, and gains nothing.
 *
 * @returns communes whose area changed, the most changed first
 */
export function sumByUnit(
	changes: readonly RepairChange[],
	mended: readonly MendedShape[]
): RepairedUnit[] {
	const sums = new Map<string, RepairedUnit>();
	const sumOf = (unit: string): RepairedUnit => {
		const sum = sums.get(unit) ?? { unit, gainedM2: 0, lostM2: 0 };
		sums.set(unit, sum);
		return sum;
	};
	for (const { kind, areaM2, to, from } of changes) {
		if (kind === 'gap') sumOf(to).gainedM2 += areaM2;
		for (const unit of from) sumOf(unit).lostM2 += areaM2;
	}
	for (const { unit, gainedM2, lostM2 } of mended) {
		sumOf(unit).gainedM2 += gainedM2;
		sumOf(unit).lostM2 += lostM2;
	}
	const movedM2 = ({ gainedM2, lostM2 }: RepairedUnit) => gainedM2 + lostM2;
	return [...sums.values()]
		.filter((sum) => movedM2(sum) > NOTICED_M2)
		.sort((a, b) => movedM2(b) - movedM2(a));
}
