import { open } from 'node:fs/promises';
import type { RangeResponse, Source } from 'pmtiles';

/** A PMTiles file on the disk, read in parts. */
export class DiskSource implements Source {
	constructor(private readonly path: string) {}

	getKey(): string {
		return this.path;
	}

	async getBytes(offset: number, length: number): Promise<RangeResponse> {
		const file = await open(this.path);
		try {
			const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, offset);
			return { data: buffer.slice(0, bytesRead).buffer };
		} finally {
			await file.close();
		}
	}
}
