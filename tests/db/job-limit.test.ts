import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { openInMemory } from '#lib/server/db/embedded/embedded.ts';
import { JobBoard } from '#lib/server/jobs/job-board.ts';

const watch = { begin: () => Promise.resolve(), end: () => undefined };

it('stops a task that takes too long, says so, and goes on with the next', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'diaban-jobs-'));
	const file = join(folder, 'so-lieu.csv');
	writeFileSync(file, 'Mã,Xã,Kỳ này\n03158,Sín Thầu,3\n');
	const database = await openInMemory();
	try {
		const hasty = new JobBoard(database, watch, 1);
		const stopped = hasty.start({ kind: 'inspect', file, layer: undefined });
		await vi.waitUntil(() => stopped.state !== 'running', { timeout: 30_000 });
		expect(stopped).toMatchObject({ state: 'failed', failure: 'time-limit' });
		await hasty.close();
		const patient = new JobBoard(database, watch, 60_000);
		const done = patient.start({ kind: 'inspect', file, layer: undefined });
		await vi.waitUntil(() => done.state !== 'running', { timeout: 60_000 });
		expect(done).toMatchObject({ state: 'done', failure: null });
		await patient.close();
	} finally {
		await database.close();
		rmSync(folder, { recursive: true });
	}
});
