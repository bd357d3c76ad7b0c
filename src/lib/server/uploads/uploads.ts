import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { safeName } from './safe-name.ts';

/** Largest file that is accepted. */
const MAX_BYTES = 2 * 1024 ** 3;
/** Largest total of all waiting files. */
const QUOTA_BYTES = 6 * 1024 ** 3;
/** Number of days after which a file that was not loaded is removed. */
const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;

/** The file is larger than any that can be loaded, or than what is left for files that wait. */
export class UploadTooLarge extends Error {}

/** Files that were sent in and wait to be loaded, each in a folder of its own. */
export class Uploads {
	constructor(
		readonly folder: string,
		readonly quotaBytes = QUOTA_BYTES
	) {}

	/**
	 * Keeps a file that is being sent. One that is cut off, by a closed browser or a lost network, leaves
	 * nothing behind.
	 *
	 * @param name as the sender calls it; only its last part is used
	 * @returns id
	 * @throws UploadTooLarge
	 */
	async keep(name: string, body: ReadableStream<Uint8Array>): Promise<string> {
		this.#removeOld();
		const id = randomUUID();
		const folder = join(this.folder, id);
		mkdirSync(folder, { recursive: true });
		try {
			await pipeline(
				Readable.fromWeb(body as never),
				limit(Math.min(MAX_BYTES, this.quotaBytes - this.#keptBytes())),
				createWriteStream(join(folder, safeName(name)))
			);
			return id;
		} catch (error) {
			rmSync(folder, { recursive: true, force: true });
			throw error;
		}
	}

	/** The path of a kept file; undefined when it is gone. */
	find(id: string): string | undefined {
		const folder = join(this.folder, id);
		if (!/^[0-9a-f-]{36}$/.test(id) || !existsSync(folder)) return undefined;
		const [name] = readdirSync(folder);
		return name === undefined ? undefined : join(folder, name);
	}

	remove(id: string): void {
		if (!/^[0-9a-f-]{36}$/.test(id)) return;
		rmSync(join(this.folder, id), { recursive: true, force: true });
	}

	/** Size of all files that wait or are being sent. */
	#keptBytes(): number {
		return readdirSync(this.folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.reduce((sum, entry) => {
				const path = join(entry.parentPath, entry.name);
				return sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
			}, 0);
	}

	#removeOld(): void {
		if (!existsSync(this.folder)) return;
		for (const id of readdirSync(this.folder)) {
			const age = Date.now() - statSync(join(this.folder, id)).mtimeMs;
			if (age > KEPT_DAYS * DAY_MS) this.remove(id);
		}
	}
}

function limit(most: number): Transform {
	let bytes = 0;
	return new Transform({
		transform(chunk: Buffer, _, done) {
			bytes += chunk.length;
			if (bytes > most) done(new UploadTooLarge());
			else done(null, chunk);
		}
	});
}
