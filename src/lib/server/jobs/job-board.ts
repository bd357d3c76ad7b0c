import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Database } from '../db/database.ts';
import type { Job } from '#lib/view/data-wire.ts';
import type { Task, TaskMessage } from './task.ts';

/** Relative to the working directory, as the migrations are. */
const THREAD = resolve('src/lib/server/jobs/thread.mjs');
/** Ended jobs are kept for whoever still asks. */
const KEPT = 30;

/** Called around a task that may hold the database for long. */
export interface JobWatch {
	begin(kind: Task['kind']): Promise<void>;
	end(): void;
}

/**
 * Runs tasks in threads, one after another: two loads at once would only wait for each other, and the second
 * is checked against what the first has loaded.
 */
export class JobBoard {
	readonly #jobs = new Map<string, Job>();
	readonly #workers = new Map<string, Worker>();
	#queue: Promise<unknown> = Promise.resolve();

	constructor(
		readonly database: Database,
		readonly watch: JobWatch
	) {}

	start(task: Task): Job {
		const job: Job = {
			id: randomUUID(),
			kind: task.kind,
			state: 'running',
			step: 'waiting',
			share: null,
			result: null,
			failure: null
		};
		this.#jobs.set(job.id, job);
		this.#forget();
		this.#queue = this.#queue.then(() => this.#run(job, task));
		return job;
	}

	find(id: string): Job | undefined {
		return this.#jobs.get(id);
	}

	/** Ends a job wherever it is; the database takes back what it had begun. */
	async cancel(id: string): Promise<void> {
		const job = this.#jobs.get(id);
		if (job?.state !== 'running') return;
		job.state = 'cancelled';
		await this.#workers.get(id)?.terminate();
	}

	/** Ends all jobs; for a server that stops. */
	async close(): Promise<void> {
		await Promise.all([...this.#jobs.keys()].map((id) => this.cancel(id)));
		await this.#queue;
	}

	async #run(job: Job, task: Task): Promise<void> {
		if (job.state !== 'running') return;
		await this.watch.begin(task.kind);
		try {
			await this.#inThread(job, task);
		} catch (error) {
			job.state = 'failed';
			job.failure = error instanceof Error ? error.message : String(error);
		} finally {
			this.watch.end();
		}
	}

	#inThread(job: Job, task: Task): Promise<void> {
		const access = this.database.access();
		const worker = new Worker(THREAD, {
			workerData: { task, access },
			...('port' in access ? { transferList: [access.port as never] } : {})
		});
		this.#workers.set(job.id, worker);
		worker.on('message', (message: TaskMessage) => {
			if (job.state !== 'running') return;
			if ('progress' in message) {
				job.step = message.progress.step;
				job.share = message.progress.share ?? null;
			} else if ('result' in message) {
				job.result = message.result;
				job.state = 'done';
			} else {
				job.failure = message.failed.message;
				job.state = 'failed';
			}
		});
		return new Promise((resolve, reject) => {
			worker.once('error', reject);
			worker.once('exit', () => {
				this.#workers.delete(job.id);
				if (job.state === 'running') reject(new Error('The task ended without a result.'));
				else resolve();
			});
		});
	}

	#forget(): void {
		const ended = [...this.#jobs.values()].filter((job) => job.state !== 'running');
		for (const job of ended.slice(0, -KEPT)) this.#jobs.delete(job.id);
	}
}
