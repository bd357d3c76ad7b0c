import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { findUtf16 } from '../text-encoding.ts';

/** How the bytes of a text file are to be read. */
export type TextForm = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Tells UTF-16 from encodings of single bytes. */
export function findTextForm(head: Uint8Array): TextForm {
	return findUtf16(head) ?? 'utf-8';
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
