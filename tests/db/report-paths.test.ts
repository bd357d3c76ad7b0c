import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { source } from '#lib/server/db/schema.ts';
import { JobQueue } from '#lib/server/jobs/job-queue.ts';
import { JobLog } from '#lib/server/jobs/job-log.ts';
import type { Task } from '#lib/server/jobs/task.ts';
import { DRIVERS } from './databases.ts';

const SITES = 'site_code,model_code,unit_code,unit_name,name,founded_on\n';
const OPTIONS = {
	importedBy: 'a',
	demonstration: true,
	sensitivity: 'internal',
	replaceDemonstration: false
} as const;

it.each(DRIVERS)('reports tell nobody where files are, on $driver', async ({ open }) => {
	const folder = mkdtempSync(join(tmpdir(), 'diaban-paths-'));
	const file = join(folder, 'diem.csv');
	const database = await open();
	const log = new JobLog(database.db, 'test', (error) => {
		throw error;
	});
	const jobs = new JobQueue(
		database,
		{ begin: () => Promise.resolve(), end: () => undefined },
		{ limitMs: 60_000, memoryMb: 1000, workFolder: join(folder, 'work'), log }
	);
	const resultOf = async (task: Task) => {
		const job = jobs.start(task);
		await vi.waitUntil(() => job.state !== 'running', { timeout: 60_000 });
		return JSON.stringify(job);
	};
	try {
		await loadDemonstration(database);
		const request = { subject: 'sites', file } as const;
		writeFileSync(file, `${SITES}TC1,MH01,03158,Sín Thầu,Điểm 1,2018-03-01\n`);
		const refused = await resultOf({ kind: 'load', request, options: OPTIONS });
		expect(refused).toContain('"code":"unit-name-differs","file":"diem.csv"');
		writeFileSync(file, `${SITES}TC1,MH01,03154,Sín Thầu,Điểm 1,2018-03-01\n`);
		const loaded = await resultOf({ kind: 'load', request, options: OPTIONS });
		expect(loaded).toContain('"outcome":"loaded"');
		const inspected = await resultOf({ kind: 'inspect', file });
		const stored = JSON.stringify(await database.db.select({ report: source.report }).from(source));
		for (const text of [refused, loaded, inspected, stored]) expect(text).not.toContain(folder);
	} finally {
		await jobs.close();
		await database.close();
		rmSync(folder, { recursive: true });
	}
});
