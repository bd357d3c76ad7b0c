import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Database } from '../db/database.ts';
import { TIME_LIMIT, type Job } from '#lib/view/data-wire.ts';
import { failureReason } from './failure-reason.ts';
import type { JobLog } from './job-log.ts';
import type { Task, TaskMessage, TurnMessage } from './task.ts';
import { TaskTimer } from './task-timer.ts';
import { threadPath } from '../resources.ts';

const THREAD = threadPath('task');
/** Number of ended jobs that can still be asked for. */
const KEPT = 30;

/** Called around a task that may hold the database for long. */
export interface JobWatch {
	begin(kind: Task['kind']): Promise<void>;
	end(): void;
}

export interface JobOptions {
	/** How long a task may work, without its waiting for a turn; then it is ended. */
	limitMs: number;
	/** How much memory its own data may take up; then it is ended. */
	memoryMb: number;
	/** Each task has a folder in it for its temporary files, which goes with the task. */
	workFolder: string;
	/** Remembers over a restart what was started. */
	log: Pick<JobLog, 'noteStart' | 'noteEnd' | 'find' | 'close'>;
}

/** So many tasks are under way at once; one that takes long to open its file holds up no other. */
const MAX_AT_ONCE = 4;

/**
 * Runs tasks in threads. Files are opened and looked at side by side; checks and loads use the database one
 * after another: two at once would only wait for each other, and the second is checked against what the first
 * has loaded.
 */
export class JobQueue {
	readonly #jobs = new Map<string, Job>();
	readonly #workers = new Map<string, Worker>();
	readonly #begun: (() => void)[] = [];
	#underWay = 0;
	/** The turns at the database, one after another. */
	#turns: Promise<unknown> = Promise.resolve();
	readonly #ended = new Set<Promise<void>>();

	constructor(
		readonly database: Database,
		readonly watch: JobWatch,
		readonly options: JobOptions
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
		this.options.log.noteStart(job, task.kind === 'inspect' ? task.file : task.request.file);
		const ended = this.#run(job, task).finally(() => {
			this.options.log.noteEnd(job);
			this.#ended.delete(ended);
		});
		this.#ended.add(ended);
		return job;
	}

	/** How many tasks are under way or wait. */
	get runningCount(): number {
		return [...this.#jobs.values()].filter(({ state }) => state === 'running').length;
	}

	/** A job with what it came to; of one before a restart only how it ended. */
	async find(id: string): Promise<Job | undefined> {
		return this.#jobs.get(id) ?? (await this.options.log.find(id));
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
		await Promise.all(this.#ended);
		await this.options.log.close();
	}

	async #run(job: Job, task: Task): Promise<void> {
		await this.#place();
		try {
			if (job.state === 'running') await this.#inThread(job, task);
		} catch (error) {
			job.state = 'failed';
			job.failure = failureReason(error);
		} finally {
			this.#underWay--;
			this.#begun.shift()?.();
		}
	}

	/** Waits until there is room for another task. */
	async #place(): Promise<void> {
		if (this.#underWay >= MAX_AT_ONCE) {
			await new Promise<void>((resolve) => this.#begun.push(resolve));
		}
		this.#underWay++;
	}

	#inThread(job: Job, task: Task): Promise<void> {
		const access = this.database.access();
		const folder = join(this.options.workFolder, job.id);
		mkdirSync(folder, { recursive: true });
		const worker = new Worker(THREAD, {
			workerData: { task, access },
			resourceLimits: { maxOldGenerationSizeMb: this.options.memoryMb },
			// Where temporary files go, also those of threads that the task starts.
			env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
			...('port' in access ? { transferList: [access.port] } : {})
		});
		this.#workers.set(job.id, worker);
		const timer = new TaskTimer(this.options.limitMs, () => {
			job.state = 'failed';
			job.failure = TIME_LIMIT;
			void worker.terminate();
		});
		timer.start();
		const ended = new Promise<void>((resolve, reject) => {
			worker.once('error', reject);
			worker.once('exit', () => {
				timer.pause();
				rmSync(folder, { recursive: true, force: true });
				this.#workers.delete(job.id);
				if (job.state === 'running') reject(new Error('The task ended without a result.'));
				else resolve();
			});
		});
		worker.on('message', (message: TaskMessage) => {
			if (job.state !== 'running') return;
			if ('awaitsTurn' in message) {
				timer.pause();
				this.#giveTurn(job, task, worker, ended, timer);
			} else if ('progress' in message) {
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
		return ended;
	}

	/** Lets a task use the database once those before it have ended; its turn ends with it. */
	#giveTurn(job: Job, task: Task, worker: Worker, ended: Promise<void>, timer: TaskTimer): void {
		job.step = 'waiting';
		this.#turns = this.#turns.then(async () => {
			if (job.state !== 'running') return;
			await this.watch.begin(task.kind);
			try {
				const message: TurnMessage = { turn: true };
				worker.postMessage(message);
				timer.start();
				await ended.catch(() => undefined);
			} finally {
				this.watch.end();
			}
		});
		this.#turns.catch((error: unknown) => {
			job.state = 'failed';
			job.failure = failureReason(error);
			void worker.terminate();
		});
		this.#turns = this.#turns.catch(() => undefined);
	}

	#forget(): void {
		const ended = [...this.#jobs.values()].filter((job) => job.state !== 'running');
		for (const job of ended.slice(0, -KEPT)) this.#jobs.delete(job.id);
	}
}
