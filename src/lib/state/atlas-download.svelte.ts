import { pageCounter } from '#lib/view/count-pages.ts';
import { delay } from './delay.ts';

export type DownloadState = 'idle' | 'running' | 'stopped' | 'lost' | 'changed';

/**
 * Download of an atlas that can be stopped and resumed, with its page count. Received parts are kept, so that a lost
 * connection or a stop costs nothing: only the rest is asked for.
 */
export class AtlasDownload {
	state = $state<DownloadState>('idle');
	/** Pages that are here, and all; 0 before the first answer. */
	pages = $state({ here: 0, all: 0 });
	/** The server makes many files at once; the request is repeated when it said. */
	busy = $state(false);
	/** Where it comes from, and what it is called. */
	url = $state('');
	name = '';
	#tag = '';
	#parts: Uint8Array<ArrayBuffer>[] = [];
	#count = pageCounter();
	#stop = new AbortController();

	/** @returns the whole file; undefined where it did not come to its end (see `state`) */
	async start(url: string, name: string): Promise<Blob | undefined> {
		this.drop();
		this.url = url;
		this.name = name;
		return this.resume();
	}

	/** Goes on where it stopped. @returns as `start` */
	async resume(): Promise<Blob | undefined> {
		this.state = 'running';
		this.#stop = new AbortController();
		const { signal } = this.#stop;
		try {
			const skip = this.#parts.reduce((sum, { length }) => sum + length, 0);
			const answer = await this.#ask(
				skip === 0 ? this.url : `${this.url}&skip=${skip}`,
				skip === 0 ? {} : { 'if-match': this.#tag },
				signal
			);
			if (answer.status === 412) {
				this.drop();
				this.state = 'changed';
				return undefined;
			}
			if (!answer.ok || !answer.body) throw new Error(String(answer.status));
			this.#tag = answer.headers.get('etag') ?? '';
			this.pages = { ...this.pages, all: Number(answer.headers.get('x-pages')) };
			await this.#take(answer.body);
		} catch {
			// What was dropped meanwhile has another signal now.
			if (signal === this.#stop.signal) this.state = signal.aborted ? 'stopped' : 'lost';
			return undefined;
		}
		const file = new Blob(this.#parts, { type: 'application/pdf' });
		this.drop();
		return file;
	}

	/** Asks for the file, again as long as the server says that it is busy. */
	async #ask(url: string, headers: HeadersInit, signal: AbortSignal): Promise<Response> {
		for (;;) {
			const answer = await fetch(url, { signal, headers });
			const seconds = Number(answer.headers.get('retry-after'));
			this.busy = answer.status === 503 && seconds > 0;
			if (!this.busy) return answer;
			await delay(seconds * 1000, signal);
		}
	}

	stop(): void {
		this.#stop.abort();
	}

	/** Forgets what has come. */
	drop(): void {
		this.stop();
		this.#stop = new AbortController();
		this.#parts = [];
		this.#count = pageCounter();
		this.busy = false;
		this.pages = { here: 0, all: 0 };
		this.state = 'idle';
	}

	async #take(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
		const reader = body.getReader();
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			this.#parts.push(value);
			this.pages = { ...this.pages, here: this.#count(value) };
		}
	}
}
