/** Counts the time that a task works; while it waits for its turn, the time stands still. */
export class TaskTimer {
	#left: number;
	#since = 0;
	#running: NodeJS.Timeout | undefined;

	/** @param limitMs after so much work `onend` is called, once */
	constructor(
		limitMs: number,
		readonly onend: () => void
	) {
		this.#left = limitMs;
	}

	/** Lets the time run. */
	go(): void {
		this.#since = performance.now();
		this.#running = setTimeout(this.onend, this.#left);
	}

	/** Stops the time, also for good: a timer that stands still holds up nothing. */
	pause(): void {
		if (this.#running === undefined) return;
		clearTimeout(this.#running);
		this.#running = undefined;
		this.#left -= performance.now() - this.#since;
	}
}
