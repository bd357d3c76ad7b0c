import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Uploads } from '#lib/server/uploads/uploads.ts';
import { temporaryFolder } from '../fixtures/boundary-file.ts';

/** A body that breaks off after some bytes, as when the browser is closed. */
function body(chunks: string[], broken = false): ReadableStream<Uint8Array> {
	return new ReadableStream({
		start(controller) {
			for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
			if (broken) controller.error(new Error('closed'));
			else controller.close();
		}
	});
}

describe('files that are sent in', () => {
	const folder = temporaryFolder();
	const uploads = new Uploads(join(folder.path, 'uploads'));
	afterAll(() => folder.remove());

	it('are kept under their name, without any folder in it, until they are left', async () => {
		const id = await uploads.keep('../../bao cáo.xlsx', body(['ab', 'c']));
		const path = uploads.find(id)!;
		expect(path.endsWith(join(id, 'bao cáo.xlsx'))).toBe(true);
		expect(readFileSync(path, 'utf8')).toBe('abc');
		uploads.remove(id);
		expect(uploads.find(id)).toBeUndefined();
	});

	it('leave nothing behind when they break off', async () => {
		await expect(uploads.keep('half.csv', body(['ab'], true))).rejects.toThrow();
		expect(readdirSync(join(folder.path, 'uploads'))).toEqual([]);
	});

	it('cannot be asked for, or removed, by anything but an id', () => {
		const kept = folder.write('other.txt', 'x');
		expect(uploads.find('../other.txt')).toBeUndefined();
		uploads.remove('..');
		expect(existsSync(kept)).toBe(true);
	});
});
