import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { job as jobTable } from '#lib/server/db/schema.ts';
import type { Job } from '#lib/view/data-wire.ts';
import { DRIVERS } from './databases.ts';
import { openInMemory } from '#lib/server/db/embedded/embedded.ts';
import { JobQueue } from '#lib/server/jobs/job-queue.ts';
import { JobLog } from '#lib/server/jobs/job-log.ts';

const fail = (error: unknown) => {
	throw error;
};
const watch = { begin: () => Promise.resolve(), end: () => undefined };

it('stops a task that takes too long or too much memory, says so, and goes on with the next', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'diaban-jobs-'));
	const file = join(folder, 'so-lieu.csv');
	writeFileSync(file, 'Mã,Xã,Kỳ này\n03158,Sín Thầu,3\n');
	const database = await openInMemory();
	const log = new JobLog(database.db, 'test', fail);
	const options = { memoryMb: 1000, workFolder: join(folder, 'work'), log };
	try {
		const hasty = new JobQueue(database, watch, { ...options, limitMs: 1 });
		const stopped = hasty.start({ kind: 'inspect', file, layer: undefined });
		await vi.waitUntil(() => stopped.state !== 'running', { timeout: 30_000 });
		expect(stopped).toMatchObject({ state: 'failed', failure: 'time-limit' });
		await hasty.close();
		const small = new JobQueue(database, watch, { ...options, limitMs: 60_000, memoryMb: 24 });
		const largeFile = join(folder, 'lon.csv');
		writeFileSync(largeFile, `Mã,Xã,Kỳ này\n${'03158,Sín Thầu,3\n'.repeat(400_000)}`);
		const large = small.start({ kind: 'inspect', file: largeFile, layer: undefined });
		await vi.waitUntil(() => large.state !== 'running', { timeout: 30_000 });
		expect(large).toMatchObject({ state: 'failed', failure: 'memory-limit' });
		await small.close();
		const patient = new JobQueue(database, watch, { ...options, limitMs: 60_000 });
		const done = patient.start({ kind: 'inspect', file, layer: undefined });
		await vi.waitUntil(() => done.state !== 'running', { timeout: 60_000 });
		expect(done).toMatchObject({ state: 'done', failure: null });
		await patient.close();
		// What was stopped leaves no temporary file.
		expect(readdirSync(options.workFolder)).toEqual([]);
		// A server that begins anew still knows how they ended, though not what they came to.
		const next = new JobQueue(database, watch, { ...options, limitMs: 1 });
		expect(await next.find(stopped.id)).toMatchObject({ state: 'failed', failure: 'time-limit' });
		expect(await next.find(done.id)).toMatchObject({ state: 'failed', failure: 'restarted' });
		expect(await next.find('unknown')).toBeUndefined();
	} finally {
		await database.close();
		rmSync(folder, { recursive: true });
	}
});

it.each(DRIVERS)(
	'says after a restart that a running task ended with it, on $driver',
	async ({ open }) => {
		const database = await open();
		try {
			const ours = new JobLog(database.db, 'ours:3000', fail);
			const others = new JobLog(database.db, 'others:3000', fail);
			const job = (id: string): Job => ({
				id,
				kind: 'load',
				state: 'running',
				step: 'load',
				share: null,
				result: null,
				failure: null
			});
			ours.noteStart(job('cut-off'), '/secret/so-lieu.xlsx');
			ours.noteStart(job('cancelled'), 'b.xlsx');
			ours.noteEnd({ ...job('cancelled'), state: 'cancelled' });
			others.noteStart(job('elsewhere'), 'c.xlsx');
			await ours.close();
			await others.close();
			const restarted = new JobLog(database.db, 'ours:3000', fail);
			await restarted.endAbandoned();
			expect(await restarted.find('cut-off')).toMatchObject({
				state: 'failed',
				failure: 'restarted'
			});
			expect(await restarted.find('cancelled')).toMatchObject({
				state: 'cancelled',
				failure: null
			});
			expect(await restarted.find('elsewhere')).toMatchObject({ state: 'running' });
			const rows = await database.db.select().from(jobTable).orderBy(jobTable.id);
			expect(rows.map(({ id, state, file }) => [id, state, file])).toEqual([
				['cancelled', 'cancelled', 'b.xlsx'],
				['cut-off', 'failed', 'so-lieu.xlsx'],
				// Another server goes on.
				['elsewhere', 'running', 'c.xlsx']
			]);
		} finally {
			await database.close();
		}
	},
	60_000
);
