/** Measures a task's working time; paused while the task waits for its turn. */
export class TaskTimer {
	#left: number;
	#since = 0;
	#running: NodeJS.Timeout | undefined;

	/** @param limitMs working time after which `onend` is called, once */
	constructor(
		limitMs: number,
		readonly onend: () => void
	) {
		this.#left = limitMs;
	}

	/** Starts or resumes the timer. */
	start(): void {
		this.#since = performance.now();
		this.#running = setTimeout(this.onend, this.#left);
	}

	/** Pauses the timer. A paused timer does not keep the process alive. */
	pause(): void {
		if (this.#running === undefined) return;
		clearTimeout(this.#running);
		this.#running = undefined;
		this.#left -= performance.now() - this.#since;
	}
}
