import { isUtf8 } from 'node:buffer';
import type { Hash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { ProblemList } from '../problem-list.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

const CHUNK_BYTES = 4 * 1024 * 1024;

/** One member of a GeoJSON FeatureCollection, as text not yet parsed. */
export interface FeatureText {
	/** Position in the file, from 1. */
	ordinal: number;
	text: string;
}

/** What is known once the features are through: the collection without them, and the file's size. */
export interface Envelope {
	text: string;
	bytes: number;
}

/**
 * Cuts a GeoJSON file into its features without holding the file in memory.
 *
 * Only strings and brackets are followed; each feature is left to `JSON.parse`. A streaming JSON library
 * reads a national file ten times slower than this.
 *
 * @param hash is fed all bytes on the way
 * @param envelope receives the rest of the document once the features are through
 * @throws FileRefused when brackets or strings do not close
 */
export async function* readFeatureTexts(
	file: string,
	hash: Hash,
	envelope: Envelope,
	problems: ProblemList
): AsyncGenerator<FeatureText> {
	const handle = await open(file, 'r');
	try {
		yield* cut(handle, hash, envelope, problems);
	} finally {
		await handle.close();
	}
}

async function* cut(
	handle: FileHandle,
	hash: Hash,
	envelope: Envelope,
	problems: ProblemList
): AsyncGenerator<FeatureText> {
	/** Depth at which features stand: inside the root object and its `features` array. */
	const featureDepth = 2;
	let depth = 0;
	let inString = false;
	let inFeatures = false;
	let ordinal = 0;
	/** Bytes kept from earlier chunks: of an unfinished feature, or of the envelope. */
	let kept: Uint8Array[] = [];
	const around: Uint8Array[] = [];
	let first = true;

	for (;;) {
		const { bytesRead, buffer } = await handle.read(
			Buffer.allocUnsafe(CHUNK_BYTES),
			0,
			CHUNK_BYTES
		);
		if (bytesRead === 0) break;
		let chunk = buffer.subarray(0, bytesRead);
		hash.update(chunk);
		envelope.bytes += bytesRead;
		if (first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf)
			chunk = chunk.subarray(3);
		first = false;
		let from = 0;
		for (let at = 0; at < chunk.length; at++) {
			const byte = chunk[at]!;
			if (inString) {
				// Jump to the next quote; it ends the string unless an odd number of backslashes precedes it.
				const quote = chunk.indexOf(QUOTE, at);
				if (quote === -1) break;
				at = quote;
				if (!isEscaped(chunk, quote, kept)) inString = false;
			} else if (byte === QUOTE) inString = true;
			else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
				if (depth === 1 && byte === OPEN_BRACKET) {
					const before = Buffer.concat([...kept, chunk.subarray(from, at)]);
					if (/"features"\s*:\s*$/.test(before.subarray(-64).toString('latin1'))) {
						inFeatures = true;
						around.push(before, Buffer.from('['));
						kept = [];
						from = at + 1;
					}
				} else if (inFeatures && depth === featureDepth) {
					kept = [];
					from = at;
				}
				depth++;
			} else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
				depth--;
				if (inFeatures && depth === featureDepth) {
					const text = toText(Buffer.concat([...kept, chunk.subarray(from, at + 1)]));
					kept = [];
					from = at + 1;
					yield { ordinal: ++ordinal, text };
				} else if (inFeatures && depth === 1) {
					inFeatures = false;
					kept = [];
					from = at;
				}
			}
		}
		kept.push(chunk.subarray(from));
	}
	if (envelope.bytes === 0) problems.stop('file-empty');
	if (inString || depth !== 0) problems.stop('not-json');
	envelope.text = Buffer.concat([...around, ...kept]).toString('utf8');
}

/** Bytes that are no UTF-8 are kept one by one, as Latin letters, to be read in their own encoding later. */
function toText(bytes: Buffer): string {
	if (isUtf8(bytes)) return bytes.toString('utf8');
	// A table's fields have a fixed width in bytes; a long name ends inside a letter.
	const lossy = bytes.toString('utf8');
	const isCut = !/\ufffd(?!\ufffd*\s*")/.test(lossy);
	// Other encodings may have a strange byte at the end of a word, too, but no whole letters of UTF-8.
	const hasLetters = /[^\p{ASCII}\ufffd]/u.test(lossy);
	return isCut && hasLetters ? lossy : bytes.toString('latin1');
}

/** Whether the quote at a place is escaped; looks back into earlier chunks when the chunk begins with it. */
function isEscaped(chunk: Uint8Array, quote: number, kept: Uint8Array[]): boolean {
	let backslashes = 0;
	let at = quote - 1;
	while (at >= 0 && chunk[at] === BACKSLASH) {
		backslashes++;
		at--;
	}
	const previous = kept.at(-1);
	if (at < 0 && previous) {
		for (let back = previous.length - 1; back >= 0 && previous[back] === BACKSLASH; back--)
			backslashes++;
	}
	return backslashes % 2 === 1;
}
