import { fetchJson } from './fetch-json.ts';

/** While the slider moves, only what it rests at is asked about. */
const REST_MS = 250;

/** What an address answers, asked for once the address has stayed the same for a moment. */
export class RestingJson<T> {
	#found = $state.raw<{ url: string; answer: T }>();
	#failed = $state.raw<string>();
	readonly #url: () => string | undefined;

	/** Call while a component is set up. @param url undefined while there is nothing to ask */
	constructor(url: () => string | undefined) {
		this.#url = url;
		$effect(() => {
			const asked = url();
			if (asked === undefined || this.#found?.url === asked) return;
			const timer = setTimeout(() => {
				fetchJson<T>(asked).then(
					(answer) => (this.#found = { url: asked, answer }),
					() => (this.#failed = asked)
				);
			}, REST_MS);
			return () => clearTimeout(timer);
		});
	}

	/** Undefined until the answer to the present address is here. */
	get answer(): T | undefined {
		return this.#found?.url === this.#url() ? this.#found?.answer : undefined;
	}

	/** The latest answer, be it to an address before. */
	get latest(): T | undefined {
		return this.#found?.answer;
	}

	get failed(): boolean {
		return this.#failed !== undefined && this.#failed === this.#url();
	}
}
