import { TREND_CLASSES } from '#lib/domain/evidence/classes.ts';
import type { ClassMatrix } from '#lib/domain/class-matrix.ts';
import { statusCode, trendCode } from '#lib/domain/map-class.ts';
import { STATUSES } from '#lib/domain/status.ts';
import type { ClassSource } from '#lib/view/frame-view.ts';
import type { FrameUnit } from '#lib/view/wire.ts';

/** Months of the invented matrices. */
export const MONTHS = 120;
/** Share of the units whose class changes in a month. */
const CHANGING = 0.08;

/** Random classes of status, and of trend, which are other codes in every unit. */
export function makeClasses(units: readonly FrameUnit[]): Required<ClassSource> {
	const ids = units.map((unit) => unit.id);
	const random = mulberry(units.length);
	return {
		units,
		matrices: {
			status: makeMatrix(ids, STATUSES.map(statusCode), random),
			trend: makeMatrix(ids, TREND_CLASSES.map(trendCode), random)
		}
	};
}

function makeMatrix(unitIds: number[], classes: number[], random: () => number): ClassMatrix {
	const codes = new Uint8Array(unitIds.length * MONTHS);
	const pick = () => classes[Math.floor(random() * classes.length)]!;
	for (let row = 0; row < unitIds.length; row++) {
		let code = pick();
		for (let month = 0; month < MONTHS; month++) {
			if (random() < CHANGING) code = pick();
			codes[row * MONTHS + month] = code;
		}
	}
	return { unitIds, fromMonth: 0, months: MONTHS, codes };
}

/** Random numbers from 0 to 1 that are the same in every run (mulberry32). */
function mulberry(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
