/** An answer that is kept: its body as it is sent. */
export interface KeptAnswer {
	body: Uint8Array<ArrayBuffer>;
	headers: [string, string][];
}

/** Keeps answers of one version of the data; those asked for longest ago go first. */
export class AnswerCache {
	#version: string | undefined;
	#bytes = 0;
	/** In the order in which they were last asked for. */
	readonly #answers = new Map<string, KeptAnswer>();

	/** @param mostBytes how much all bodies together may take up */
	constructor(readonly mostBytes: number) {}

	find(version: string, key: string): KeptAnswer | undefined {
		if (version !== this.#version) return undefined;
		const answer = this.#answers.get(key);
		if (!answer) return undefined;
		this.#answers.delete(key);
		this.#answers.set(key, answer);
		return answer;
	}

	/** Keeps an answer, and forgets those of any other version. */
	keep(version: string, key: string, answer: KeptAnswer): void {
		if (version !== this.#version) {
			this.#version = version;
			this.#answers.clear();
			this.#bytes = 0;
		}
		this.#bytes -= this.#answers.get(key)?.body.length ?? 0;
		this.#answers.delete(key);
		this.#answers.set(key, answer);
		this.#bytes += answer.body.length;
		for (const [oldest, { body }] of this.#answers) {
			if (this.#bytes <= this.mostBytes) break;
			this.#answers.delete(oldest);
			this.#bytes -= body.length;
		}
	}
}
