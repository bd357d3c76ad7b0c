import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** How the bytes of a text file are to be read. */
export type TextForm = 'utf-8' | 'utf-16le' | 'utf-16be';

const BYTE_ORDER_MARKS: readonly [TextForm, readonly number[]][] = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]]
];

/**
 * Tells UTF-16 from encodings of single bytes, by its mark or, without one, by the zero in each pair of bytes
 * of a text that begins in ASCII, as JSON and XML do.
 */
export function findTextForm(head: Uint8Array): TextForm {
	const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => head[at] === byte));
	if (marked) return marked[0];
	const [first, second, third, fourth] = head;
	if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
	if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be';
	return 'utf-8';
}

/** The beginning of a file as text, without a mark; bytes of an unknown encoding as Latin letters. */
export function decodeHead(head: Uint8Array): string {
	const form = findTextForm(head);
	return form === 'utf-8'
		? Buffer.from(head)
				.toString('latin1')
				.replace(/^\u00ef\u00bb\u00bf/, '')
		: new TextDecoder(form).decode(head.subarray(0, head.length - (head.length % 2)));
}

/** Copies a text file of UTF-16 as UTF-8. */
export async function copyAsUtf8(file: string, form: TextForm, target: string): Promise<void> {
	const decoder = new TextDecoder(form);
	await pipeline(
		createReadStream(file),
		async function* (chunks: AsyncIterable<Uint8Array>) {
			for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
			yield decoder.decode();
		},
		createWriteStream(target)
	);
}
