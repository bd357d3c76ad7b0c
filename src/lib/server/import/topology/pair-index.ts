/**
 * Numbers pairs of whole numbers in the order of their first coming, without an object for each: millions
 * of corners and edges fit.
 */
export class PairIndex {
	/** Open addressing: the pair's number + 1; 0 where nothing is. */
	#slots = new Int32Array(1 << 12);
	#pairs = new Float64Array(1 << 11);
	#size = 0;

	get size(): number {
		return this.#size;
	}

	/** The pair's number, counted from 0. */
	numberOf(one: number, other: number): number {
		let slot = this.#slotOf(one, other);
		const found = this.#slots[slot]!;
		if (found > 0) return found - 1;
		if (2 * (this.#size + 1) > this.#pairs.length) {
			this.#grow();
			slot = this.#slotOf(one, other);
		}
		this.#pairs[2 * this.#size] = one;
		this.#pairs[2 * this.#size + 1] = other;
		this.#slots[slot] = ++this.#size;
		return this.#size - 1;
	}

	/** The pair's number, where it has one. */
	find(one: number, other: number): number | undefined {
		const found = this.#slots[this.#slotOf(one, other)]!;
		return found > 0 ? found - 1 : undefined;
	}

	one(number: number): number {
		return this.#pairs[2 * number]!;
	}

	other(number: number): number {
		return this.#pairs[2 * number + 1]!;
	}

	#slotOf(one: number, other: number): number {
		const mask = this.#slots.length - 1;
		let hash = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b);
		hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
		let slot = (hash ^ (hash >>> 13)) & mask;
		for (let found; (found = this.#slots[slot]!) > 0; slot = (slot + 1) & mask) {
			const at = 2 * (found - 1);
			if (this.#pairs[at] === one && this.#pairs[at + 1] === other) break;
		}
		return slot;
	}

	#grow(): void {
		const pairs = new Float64Array(2 * this.#pairs.length);
		pairs.set(this.#pairs);
		this.#pairs = pairs;
		this.#slots = new Int32Array(2 * this.#slots.length);
		for (let number = 0; number < this.#size; number++) {
			this.#slots[this.#slotOf(this.one(number), this.other(number))] = number + 1;
		}
	}
}
