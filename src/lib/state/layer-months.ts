import type { ClassMatrix } from '#lib/domain/class-matrix.ts';
import type { Month } from '#lib/domain/period.ts';

/** Number of months of one request: a layer of the whole country takes long. */
const AT_ONCE = 12;
/** No class has this code: the cell's answer is not here yet. */
const NOT_HERE = 255;

export interface MonthRange {
	from: Month;
	to: Month;
}

/** A layer that comes some months at a time, those in view first. */
export class LayerMonths {
	readonly matrix: ClassMatrix;
	readonly #missing: MonthRange[] = [];
	readonly #parts: number;

	constructor(unitIds: number[], { from, to }: MonthRange) {
		const months = Math.max(0, to - from + 1);
		const codes = new Uint8Array(unitIds.length * months).fill(NOT_HERE);
		this.matrix = { unitIds, fromMonth: from, months, codes };
		for (let first = from; first <= to; first += AT_ONCE) {
			this.#missing.push({ from: first, to: Math.min(to, first + AT_ONCE - 1) });
		}
		this.#parts = this.#missing.length;
	}

	/** Share of the months that are here. */
	get share(): number {
		return this.#parts === 0 ? 1 : 1 - this.#missing.length / this.#parts;
	}

	/** The missing months that are nearest to one; undefined when all are here. */
	next(month: Month): MonthRange | undefined {
		const distance = ({ from, to }: MonthRange) => Math.max(from - month, month - to, 0);
		return [...this.#missing].sort((a, b) => distance(a) - distance(b))[0];
	}

	/** Takes months over; again ones that are here already change nothing. */
	add({ from, to }: MonthRange, part: ClassMatrix): void {
		const at = this.#missing.findIndex((range) => range.from === from);
		if (at < 0) return;
		this.#missing.splice(at, 1);
		const { matrix } = this;
		for (let row = 0; row < matrix.unitIds.length; row++) {
			const cells = part.codes.subarray(row * part.months, row * part.months + to - from + 1);
			matrix.codes.set(cells, row * matrix.months + from - matrix.fromMonth);
		}
	}
}
