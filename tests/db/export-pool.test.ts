import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { dataState } from '#lib/server/db/schema.ts';
import {
	ExportPool,
	ExportsBusy,
	ExportTimeout,
	type MadeFile
} from '#lib/server/exports/export-pool.ts';
import type { ExportKind, ExportOrder } from '#lib/server/exports/messages.ts';
import { getProvince } from '#lib/server/province.ts';
import { makeFile } from '#lib/server/http/exports/make-file.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { contextOf } from './request-context.ts';

const OPTIONS = { limitMs: 120_000, memoryMb: 2000, mostWaiting: 20 };
const MONTH = 't=2026-10';
const STAYS = new AbortController().signal;

function orderOf(kind: ExportKind, query: string, more: Partial<ExportOrder> = {}): ExportOrder {
	const address = `http://localhost/export?${query}`;
	return { kind, address, params: {}, locale: 'vi', dataDir: '/nonexistent', ...more };
}

async function bytesOf(made: MadeFile): Promise<Buffer> {
	if ('body' in made) return Buffer.from(made.body);
	return joined(made.parts);
}

async function joined(parts: AsyncGenerator<Uint8Array>): Promise<Buffer> {
	const read: Uint8Array[] = [];
	for await (const part of parts) read.push(part);
	return Buffer.concat(read);
}

describe.each(DRIVERS)('files made by a pool of threads, on $driver', ({ open }) => {
	let database: TestDatabase;
	let pool: ExportPool;
	beforeAll(async () => {
		overwriteGetLocale(() => 'vi');
		database = await open();
		await loadDemonstration(database);
		pool = new ExportPool(database, OPTIONS);
	});
	afterAll(async () => {
		await pool.close();
		await database.close();
	});

	it('are the same as made here', async () => {
		const sheet = orderOf('map', MONTH, { params: { file: 'sheet.svg' } });
		for (const order of [orderOf('atlas', MONTH), sheet, orderOf('table-csv', MONTH)]) {
			const here = await makeFile(contextOf(database.db), order);
			const there = await pool.make(order, STAYS);
			const { name, type, pages } = here;
			expect(there.head).toEqual(
				expect.objectContaining({ name, ...(type ? { type } : {}), ...(pages ? { pages } : {}) })
			);
			const expected =
				'parts' in here ? await joined(here.parts) : Buffer.from(here.body as string);
			expect((await bytesOf(there)).equals(expected), order.kind).toBe(true);
		}
	});

	it('are in the language of each order, also side by side', async () => {
		const headings = await Promise.all(
			(['vi', 'en', 'vi', 'en'] as const).map(async (locale) => {
				const text = await bytesOf(await pool.make(orderOf('table-csv', MONTH, { locale }), STAYS));
				return /Mã|Code/.exec(text.toString())?.[0];
			})
		);
		expect(headings).toEqual(['Mã', 'Code', 'Mã', 'Code']);
	});

	it('say what HTTP says of a file that does not exist', async () => {
		await expect(
			pool.make(orderOf('map', MONTH, { params: { file: 'sheet.gif' } }), STAYS)
		).rejects.toMatchObject({ name: 'ExportRefused', status: 404, message: 'file-unknown' });
	});

	it('keep what failed apart from what is refused', async () => {
		await expect(pool.make(orderOf('map', `${MONTH}&public=1`), STAYS)).rejects.toThrow(
			'Nothing was released for the public.'
		);
	});

	it('are not made for the public from data that was not audited', async () => {
		const { dataVersion } = (await getProvince(database.db)).state;
		const audited = { publicYears: [], auditedVersion: dataVersion };
		const query = `${MONTH}&public=1`;
		expect(await pool.make(orderOf('table', query, audited), STAYS)).toHaveProperty('body');
		await database.db.update(dataState).set({ dataVersion: dataVersion + 1 });
		await expect(pool.make(orderOf('table', query, audited), STAYS)).rejects.toMatchObject({
			name: 'ExportRefused',
			status: 503,
			message: 'data-changed'
		});
	});

	it('are refused once as many wait as may, and made again afterwards', async () => {
		const small = new ExportPool(database, { ...OPTIONS, mostWaiting: 3 });
		const asked = Array.from({ length: 12 }, () => small.make(orderOf('table', MONTH), STAYS));
		const settled = await Promise.allSettled(asked);
		const refused = settled.filter(({ status }) => status === 'rejected');
		expect(refused.length).toBeGreaterThan(5);
		for (const each of refused) {
			expect((each as PromiseRejectedResult).reason).toBeInstanceOf(ExportsBusy);
		}
		expect(settled.length - refused.length).toBeGreaterThanOrEqual(3);
		expect(await small.make(orderOf('table', MONTH), STAYS)).toHaveProperty('body');
		await small.close();
	});

	it('are not made for somebody who has gone before a thread was free', async () => {
		const gone = new AbortController();
		const first = pool.make(orderOf('atlas', MONTH), STAYS);
		const second = pool.make(orderOf('atlas', MONTH), STAYS);
		const waits = pool.make(orderOf('atlas', MONTH), gone.signal);
		gone.abort();
		await expect(waits).rejects.toThrow(/abort/i);
		for (const made of [await first, await second]) {
			expect((await bytesOf(made)).subarray(0, 5).toString()).toBe('%PDF-');
		}
	});

	it('leave their thread to others when the reader stops in the middle', async () => {
		for (let reader = 0; reader < 5; reader++) {
			const made = await pool.make(orderOf('atlas', MONTH), STAYS);
			if (!('parts' in made)) throw new Error('An atlas comes in parts.');
			await made.parts.next();
			await made.parts.return(undefined);
		}
		expect(await pool.make(orderOf('table', MONTH), STAYS)).toHaveProperty('body');
	});

	it('end at their time limit', async () => {
		const hasty = new ExportPool(database, { ...OPTIONS, limitMs: 1 });
		await expect(hasty.make(orderOf('table', MONTH), STAYS)).rejects.toThrow(ExportTimeout);
		await hasty.close();
	});
});
