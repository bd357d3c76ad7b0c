import { closeSync, existsSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const MEGABYTE = 1024 ** 2;
/** Enough for the embedded database to start and to save small changes. */
const RESERVE_BYTES = 64 * MEGABYTE;

/** The disk that holds a data directory. */
export class DiskSpace {
	/**
	 * @param dataDir need not exist yet
	 * @param neededBytes with less free space nothing is loaded
	 */
	constructor(
		readonly dataDir: string,
		readonly neededBytes: number
	) {}

	/** Free space for files of this process, in bytes; undefined where the system does not tell. */
	freeBytes(): number | undefined {
		try {
			mkdirSync(this.dataDir, { recursive: true });
			const { bavail, bsize } = statfsSync(this.dataDir);
			return bavail * bsize;
		} catch {
			return undefined;
		}
	}

	/** Whether there is too little space to load a file, or would be after writing so many bytes. */
	isLow(bytes = 0): boolean {
		const free = this.freeBytes();
		return free !== undefined && free - bytes < this.neededBytes;
	}

	/**
	 * Keeps a file that takes up room, while there is enough: once the disk is full, the room is given to the database,
	 * so that the server can start.
	 */
	reserve(): void {
		const file = this.#reserve();
		if (existsSync(file) || (this.freeBytes() ?? 0) < this.neededBytes + RESERVE_BYTES) return;
		const handle = openSync(file, 'w');
		try {
			const zeros = Buffer.alloc(MEGABYTE);
			for (let bytes = 0; bytes < RESERVE_BYTES; bytes += MEGABYTE) writeSync(handle, zeros);
		} finally {
			closeSync(handle);
		}
	}

	/** Gives up the reserve on a full disk. */
	releaseIfFull(): void {
		const free = this.freeBytes();
		if (free !== undefined && free < RESERVE_BYTES) rmSync(this.#reserve(), { force: true });
	}

	#reserve(): string {
		return join(this.dataDir, 'reserve');
	}
}
