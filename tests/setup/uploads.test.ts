import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Uploads, UploadTooLarge } from '#lib/server/uploads/uploads.ts';
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

	it('are taken as long as all of them together are no larger than may be', async () => {
		const small = new Uploads(join(folder.path, 'small'), 10);
		const first = await small.keep('a.csv', body(['123456']));
		await expect(small.keep('b.csv', body(['12345']))).rejects.toThrow(UploadTooLarge);
		const second = await small.keep('c.csv', body(['1234']));
		expect(readdirSync(join(folder.path, 'small')).toSorted()).toEqual([first, second].toSorted());
		small.remove(first);
		await small.keep('b.csv', body(['12345']));
	});

	it('cannot be asked for, or removed, by anything but an id', () => {
		const kept = folder.write('other.txt', 'x');
		expect(uploads.find('../other.txt')).toBeUndefined();
		uploads.remove('..');
		expect(existsSync(kept)).toBe(true);
	});
});
