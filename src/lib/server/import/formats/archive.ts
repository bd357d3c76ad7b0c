import { createWriteStream, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';

/** What an archive may hold: more is no boundary file or workbook, but a bomb. */
const MOST_ENTRIES = 10_000;
const MOST_BYTES = 2 * 1024 ** 3;
/** Texts compress ten to fifty times; nothing honest compresses a thousand times. */
const MOST_RATIO = 500;
const SMALL_BYTES = 32 * 1024 ** 2;

/** An archive that must not be unpacked, and why. */
export class ArchiveRefused extends Error {
	constructor(readonly reason: 'broken' | 'bomb' | 'encrypted') {
		super(reason);
	}
}

/**
 * Lists a zip archive's entries, having checked that unpacking it would not fill the machine: by what it
 * says of itself. Where it lies, unpacking stops at the size that was said.
 *
 * @throws ArchiveRefused
 */
export async function listEntries(file: string): Promise<Entry[]> {
	return withArchive(file, async (zip) => {
		const entries: Entry[] = [];
		let bytes = 0;
		let packed = 0;
		for await (const entry of zip.eachEntry()) {
			entries.push(entry);
			bytes += entry.uncompressedSize;
			packed += entry.compressedSize;
			if (entry.isEncrypted()) throw new ArchiveRefused('encrypted');
			if (
				entries.length > MOST_ENTRIES ||
				bytes > MOST_BYTES ||
				(bytes > SMALL_BYTES && bytes > packed * MOST_RATIO)
			) {
				throw new ArchiveRefused('bomb');
			}
		}
		return entries;
	});
}

/**
 * Unpacks an archive's files into a folder, all on one level.
 *
 * @returns the files' paths
 * @throws ArchiveRefused
 */
export async function unpack(file: string, folder: string): Promise<string[]> {
	await listEntries(file);
	mkdirSync(folder, { recursive: true });
	return withArchive(file, async (zip) => {
		const paths: string[] = [];
		for await (const entry of zip.eachEntry()) {
			const name = basename(entry.fileName);
			if (entry.fileName.endsWith('/') || name.startsWith('.')) continue;
			const path = join(folder, name);
			await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path));
			paths.push(path);
		}
		return paths;
	});
}

/** Reads entries as text; the stream fails where an entry is larger than it said. */
export async function readEntries(
	file: string,
	wanted: (name: string) => boolean
): Promise<Map<string, string>> {
	return withArchive(file, async (zip) => {
		const texts = new Map<string, string>();
		for await (const entry of zip.eachEntry()) {
			const keep = wanted(entry.fileName);
			const chunks: Buffer[] = [];
			for await (const chunk of await zip.openReadStreamPromise(entry)) {
				if (keep) chunks.push(chunk as Buffer);
			}
			if (keep) texts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
		}
		return texts;
	});
}

async function withArchive<T>(file: string, work: (zip: ZipFile) => Promise<T>): Promise<T> {
	let zip: ZipFile | undefined;
	try {
		zip = await openPromise(file, { lazyEntries: true, autoClose: false });
		return await work(zip);
	} catch (error) {
		if (error instanceof ArchiveRefused) throw error;
		// What the library cannot read is broken, or lies about its sizes.
		throw new ArchiveRefused(/too many bytes/.test(String(error)) ? 'bomb' : 'broken');
	} finally {
		zip?.close();
	}
}
