import { createWriteStream, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';

/** What an archive may hold: more is no boundary file or workbook, but a bomb. */
const MAX_ENTRIES = 10_000;
const MAX_BYTES = 2 * 1024 ** 3;
/** Texts compress ten to fifty times; nothing honest compresses a thousand times. */
const MAX_RATIO = 500;
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
				entries.length > MAX_ENTRIES ||
				bytes > MAX_BYTES ||
				(bytes > SMALL_BYTES && bytes > packed * MAX_RATIO)
			) {
				throw new ArchiveRefused('bomb');
			}
		}
		return entries;
	});
}

/** A file of an archive, unpacked. */
export interface UnpackedFile {
	/** As the archive calls it: `2025/xa.shp`. */
	name: string;
	/** Where it is now. */
	path: string;
}

/**
 * Unpacks an archive's files, each folder of the archive into one of its own; hidden files and what macOS
 * adds are left out.
 *
 * @throws ArchiveRefused
 */
export async function unpack(file: string, folder: string): Promise<UnpackedFile[]> {
	await listEntries(file);
	return withArchive(file, async (zip) => {
		const folders = new Map<string, string>();
		const files: UnpackedFile[] = [];
		for await (const entry of zip.eachEntry()) {
			const name = entry.fileName.normalize('NFC');
			if (name.endsWith('/') || isJunk(name)) continue;
			// Numbered, since what an archive calls its folders need not be a name for this machine.
			const place = folders.get(dirname(name)) ?? join(folder, String(folders.size));
			folders.set(dirname(name), place);
			mkdirSync(place, { recursive: true });
			const path = join(place, basename(name));
			await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path));
			files.push({ name, path });
		}
		return files;
	});
}

/** What operating systems put into archives beside the files that were meant. */
export function isJunk(name: string): boolean {
	return name.split('/').some((part) => part === '__MACOSX' || part.startsWith('.'));
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
