import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const isOpening = (byte: number) => byte === 0x7b || byte === 0x5b;
const isClosing = (byte: number) => byte === 0x7d || byte === 0x5d;
/** What may stand between features of a sequence: spaces, line ends, and the mark of RFC 8142. */
const BETWEEN = new Set([0x20, 0x09, 0x0a, 0x0d, 0x1e]);

/** Features that stand one after another are cut anywhere else than at their ends. */
export class SequenceBroken extends Error {}

/** Follows JSON values that stand one after another in a file, chunk by chunk. */
class RootCutter {
	roots = 0;
	#depth = 0;
	#inString = false;
	#escaped = false;

	/** The stretches of a chunk that belong to values; `first` where a new one begins. */
	*cut(chunk: Uint8Array): Generator<{ bytes: Uint8Array; first: boolean }> {
		let from = this.#depth > 0 ? 0 : -1;
		let first = false;
		for (let at = 0; at < chunk.length; at++) {
			const byte = chunk[at]!;
			if (this.#inString) {
				if (this.#escaped) this.#escaped = false;
				else if (byte === BACKSLASH) this.#escaped = true;
				else if (byte === QUOTE) this.#inString = false;
			} else if (byte === QUOTE && this.#depth > 0) this.#inString = true;
			else if (isOpening(byte)) {
				if (this.#depth++ === 0) {
					this.roots++;
					from = at;
					first = true;
				}
			} else if (isClosing(byte)) {
				if (--this.#depth < 0) throw new SequenceBroken();
				if (this.#depth === 0) {
					yield { bytes: chunk.subarray(from, at + 1), first };
					from = -1;
					first = false;
				}
			} else if (this.#depth === 0 && !BETWEEN.has(byte) && byte < 0x80) throw new SequenceBroken();
		}
		if (from >= 0) yield { bytes: chunk.subarray(from), first };
	}

	get ended(): boolean {
		return this.#depth === 0 && !this.#inString;
	}
}

/** Whether a file holds several JSON objects one after another. */
export async function isSequence(file: string): Promise<boolean> {
	const cutter = new RootCutter();
	try {
		for await (const chunk of createReadStream(file)) {
			for (const piece of cutter.cut(chunk as Uint8Array)) void piece;
			if (cutter.roots > 1) return true;
		}
	} catch (error) {
		if (!(error instanceof SequenceBroken)) throw error;
	}
	return false;
}

/**
 * Writes features that stand one after another (one in each line, or after the marks of RFC 8142) as a
 * FeatureCollection.
 *
 * @throws SequenceBroken
 */
export async function writeCollection(file: string, target: string): Promise<void> {
	const cutter = new RootCutter();
	await pipeline(
		createReadStream(file),
		async function* (chunks: AsyncIterable<Uint8Array>) {
			yield Buffer.from('{"type":"FeatureCollection","features":[\n');
			for await (const chunk of chunks) {
				for (const { bytes, first } of cutter.cut(chunk)) {
					if (first && cutter.roots > 1) yield Buffer.from(',\n');
					yield bytes;
				}
			}
			if (!cutter.ended) throw new SequenceBroken();
			yield Buffer.from(']}\n');
		},
		createWriteStream(target)
	);
}
