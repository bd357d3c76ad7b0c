/** Pauses before a lost map is made anew: a context that was just taken away is seldom there at once. */
const PAUSES_MS = [500, 2000, 8000];

/** Why there is no map: it could not be made, or its graphics context was taken away. */
export type LossReason = 'not-made' | 'context-lost';

/** Counts the attempts to bring a lost map back. */
export class RestoreAttempts {
	#losses = 0;

	/** Milliseconds to wait before the next attempt; undefined where none is worth it. */
	next(reason: LossReason): number | undefined {
		// A browser that never drew the map has no WebGL; one that did may need another moment.
		if (reason === 'not-made' && this.#losses === 0) return undefined;
		return PAUSES_MS[this.#losses++];
	}

	/** The next loss is the first one again. */
	reset(): void {
		this.#losses = 0;
	}
}
