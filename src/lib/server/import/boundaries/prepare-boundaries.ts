import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BoundaryFileRefused } from '../formats/boundary-file-refused.ts';
import type { BoundaryFile } from '../formats/convert-boundaries.ts';
import { openBoundaryFile } from '../formats/open-boundary-file.ts';
import { hashFile } from '../hash-file.ts';
import type { BoundaryRequest } from './boundary-request.ts';

/** A boundary file in GeoJSON; other formats are known by their own bytes, not by what we make of them. */
export interface OpenedBoundaries extends BoundaryFile {
	/** Of the file as it came; undefined where its hash is made while it is read. */
	sha256: string | undefined;
	bytes: number;
}

/** A file that was opened before the database is needed, or why it cannot be. */
export interface PreparedBoundaries {
	result: OpenedBoundaries | BoundaryFileRefused;
	/** Milliseconds that it took. */
	tookMs: number;
	/** Removes what was written on the way. */
	remove(): void;
}

/**
 * Opens a boundary file. Nobody waits for the database meanwhile: opening may take long, and is stopped where
 * it takes too long.
 */
export async function prepareBoundaries(request: BoundaryRequest): Promise<PreparedBoundaries> {
	const folder = mkdtempSync(join(tmpdir(), 'diaban-boundaries-'));
	const remove = () => rmSync(folder, { recursive: true, force: true });
	const start = performance.now();
	try {
		const result = await open(request, folder);
		return { result, tookMs: Math.round(performance.now() - start), remove };
	} catch (error) {
		remove();
		throw error;
	}
}

async function open(
	{ file, layer }: BoundaryRequest,
	folder: string
): Promise<OpenedBoundaries | BoundaryFileRefused> {
	try {
		const opened = await openBoundaryFile(file, folder, layer);
		const converted = opened.geojson !== file;
		return {
			...opened,
			sha256: converted ? await hashFile(file) : undefined,
			bytes: statSync(file).size
		};
	} catch (error) {
		if (error instanceof BoundaryFileRefused) return error;
		throw error;
	}
}
