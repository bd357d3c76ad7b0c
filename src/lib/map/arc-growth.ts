/** An arc takes so long from its source to the copy. */
export const GROW_MS = 500;

/** Which arcs are growing: each does once, when it appears; one that was gone grows anew. */
export class ArcGrowth {
	readonly #since = new Map<string, number>();

	/**
	 * Takes over which arcs are shown now.
	 *
	 * @param now in milliseconds
	 * @param still whether new ones are there at once: under reduced motion
	 */
	show(keys: Iterable<string>, now: number, still: boolean): void {
		const shown = new Set(keys);
		for (const key of this.#since.keys()) if (!shown.has(key)) this.#since.delete(key);
		for (const key of shown) {
			if (!this.#since.has(key)) this.#since.set(key, still ? now - GROW_MS : now);
		}
	}

	/** How much of an arc is drawn, 0 to 1; fast at first, then slower. */
	shareOf(key: string, now: number): number {
		const since = this.#since.get(key);
		if (since === undefined) return 1;
		const passed = Math.min(1, Math.max(0, (now - since) / GROW_MS));
		return 1 - (1 - passed) ** 3;
	}

	/** Whether any is growing. */
	isGrowing(now: number): boolean {
		return [...this.#since.values()].some((since) => now - since < GROW_MS);
	}
}
