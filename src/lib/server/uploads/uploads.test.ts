import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Uploads, UploadTooLarge } from './uploads.ts';

const DAY_MS = 86_400_000;

describe('files that wait to be loaded', () => {
	let folder: string;
	let uploads: Uploads;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'diaban-uploads-'));
		uploads = new Uploads(folder, 100);
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	const body = (text: string) => new Blob([text]).stream();
	const keep = (text: string, name = 'tháng 9.xlsx') => uploads.keep(name, body(text));
	/** Makes a file as old as so many days. */
	function age(id: string, days: number): void {
		const then = new Date(Date.now() - days * DAY_MS);
		utimesSync(dirname(uploads.find(id)!), then, then);
	}

	it('are found with their content and name', async () => {
		const path = uploads.find(await keep('figures')) ?? expect.fail();
		expect(path.endsWith('tháng 9.xlsx')).toBe(true);
		expect(readFileSync(path, 'utf8')).toBe('figures');
	});

	it('go after a week when the next one comes; younger ones stay', async () => {
		const [old, young] = [await keep('old'), await keep('young')];
		age(old, 7.1);
		age(young, 6.9);
		const next = await keep('next');
		expect(uploads.find(old)).toBeUndefined();
		expect(uploads.find(young)).toBeDefined();
		expect(uploads.find(next)).toBeDefined();
	});

	it('fit together into the quota, to the last byte; one that does not leaves nothing behind', async () => {
		await keep('x'.repeat(60));
		await expect(keep('x'.repeat(41))).rejects.toBeInstanceOf(UploadTooLarge);
		expect(readdirSync(folder)).toHaveLength(1);
		await keep('x'.repeat(40));
		expect(readdirSync(folder)).toHaveLength(2);
	});

	it('leave nothing behind when they are cut off', async () => {
		const broken = new ReadableStream<Uint8Array>({
			start(controller) {
				controller.enqueue(new TextEncoder().encode('half'));
				controller.error(new Error('The browser was closed.'));
			}
		});
		await expect(uploads.keep('half.csv', broken)).rejects.toThrow('The browser was closed.');
		expect(readdirSync(folder)).toEqual([]);
	});

	it('are named by their id alone', async () => {
		const id = await keep('kept');
		for (const other of ['', '..', `../${id}`, `${id}/..`, id.toUpperCase()]) {
			expect(uploads.find(other)).toBeUndefined();
			uploads.remove(other);
		}
		expect(uploads.find(id)).toBeDefined();
		uploads.remove(id);
		expect(uploads.find(id)).toBeUndefined();
		expect(existsSync(folder)).toBe(true);
	});
});
