import type { MessagePort } from 'node:worker_threads';
import { WINDOW_BYTES, type ExportMessage, type ReaderMessage } from '../../exports/messages.ts';

/** A reader that takes nothing for this long has gone; with the parts that it has it can ask for the rest. */
const STALLED_MS = 30_000;

/**
 * Sends a file part after part, ahead of its reader by a bounded number of bytes. Ends when the reader stops or stalls.
 */
export async function sendParts(
	parts: AsyncGenerator<Uint8Array>,
	port: MessagePort
): Promise<void> {
	const say = (message: ExportMessage) => port.postMessage(message);
	const reader = new Reader(port);
	for await (const part of parts) {
		await reader.room();
		if (reader.stopped) return;
		reader.ahead += part.length;
		say({ part });
	}
	say({ end: true });
}

/** What is known of the reader at the other end of a port. */
class Reader {
	/** Bytes that were sent and not taken. */
	ahead = 0;
	stopped = false;
	#wake = () => undefined as void;

	constructor(port: MessagePort) {
		port.on('message', (message: ReaderMessage) => {
			if ('stop' in message) this.stopped = true;
			else this.ahead -= message.taken;
			this.#wake();
		});
		port.once('close', () => {
			this.stopped = true;
			this.#wake();
		});
	}

	/** Waits until there is room for another part. */
	async room(): Promise<void> {
		while (!this.stopped && this.ahead >= WINDOW_BYTES) await this.#change();
	}

	async #change(): Promise<void> {
		let timer: NodeJS.Timeout | undefined;
		const changed = new Promise<void>((resolve) => (this.#wake = resolve));
		const stalled = new Promise<void>((resolve) => {
			timer = setTimeout(() => {
				this.stopped = true;
				resolve();
			}, STALLED_MS);
		});
		await Promise.race([changed, stalled]);
		clearTimeout(timer);
	}
}
