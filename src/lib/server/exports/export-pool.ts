import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Piscina } from 'piscina';
import type { Database } from '../db/database.ts';
import { threadPath } from '../resources.ts';
import type {
	ExportMessage,
	ExportOrder,
	ExportTask,
	FileHead,
	ReaderMessage
} from './messages.ts';

/** Each thread holds the data in memory, up to half a gigabyte for the whole country. */
const MAX_THREADS = Math.max(1, Math.min(2, availableParallelism()));
/** A thread without work ends after this time, and frees its memory. */
const IDLE_MS = 60_000;
/** Time to finish a file after its client disconnected; ending the thread would discard its cache. */
const GRACE_MS = 10_000;
/** Lowers the priority of the threads on Linux, so that requests come first. */
const NICE = 10;

export interface PoolOptions {
	/** How long a file may take until it, or its first part, is there. */
	limitMs: number;
	/** How much memory the data of one thread may take up, in megabytes. */
	memoryMb: number;
	/** How many files may wait for a thread. */
	mostWaiting: number;
}

/** Too many files are being made: try again later. */
export class ExportsBusy extends Error {
	override readonly name = 'ExportsBusy';
	/** Seconds after which it is worthwhile to try again. */
	readonly retryAfter = 10;
}

/** Making a file took longer than it may. */
export class ExportTimeout extends Error {
	override readonly name = 'ExportTimeout';
}

/** The request cannot be answered with a file; the status and the message are those of HTTP. */
export class ExportRefused extends Error {
	override readonly name = 'ExportRefused';

	constructor(
		readonly status: number,
		message: string
	) {
		super(message);
	}
}

export type MadeFile =
	{ head: FileHead; body: Uint8Array } | { head: FileHead; parts: AsyncGenerator<Uint8Array> };

/**
 * Makes files in a bounded number of threads, so that the server answers others meanwhile. Each thread keeps what it
 * read of the data for the next file.
 */
export class ExportPool {
	#pool: Promise<Piscina> | undefined;

	constructor(
		readonly database: Pick<Database, 'access'>,
		readonly options: PoolOptions
	) {}

	/**
	 * Makes a file.
	 *
	 * @param gone aborted when the client disconnects: a waiting file is not made, one under way ends within ten seconds
	 * @throws ExportsBusy, ExportTimeout, ExportRefused
	 */
	async make(order: ExportOrder, gone: AbortSignal): Promise<MadeFile> {
		const pool = await (this.#pool ??= this.#open());
		if (pool.queueSize >= this.options.mostWaiting) throw new ExportsBusy();
		gone.throwIfAborted();
		const { port1, port2 } = new MessageChannel();
		const access = this.database.access();
		const ending = new AbortController();
		const ended = pool.run({ order, access, port: port2 } satisfies ExportTask, {
			transferList: 'port' in access ? [port2, access.port] : [port2],
			signal: ending.signal
		});
		let started = false;
		const leave = () => {
			if (started) setTimeout(() => ending.abort(), GRACE_MS).unref();
			else ending.abort();
		};
		gone.addEventListener('abort', leave, { once: true });
		ended
			.catch(() => {
				// The thread did not close them: it was ended, or never began.
				port1.close();
				if ('port' in access) access.port.close();
			})
			.finally(() => gone.removeEventListener('abort', leave));
		const messages = readMessages(port1);
		const first = await messages.next();
		if (first.done) await ended;
		started = true;
		return this.#receive(messages, ended, port1, ending);
	}

	/** Ends all threads. */
	async close(): Promise<void> {
		const pool = await this.#pool;
		this.#pool = undefined;
		await pool?.destroy();
	}

	async #receive(
		messages: AsyncGenerator<ExportMessage>,
		ended: Promise<unknown>,
		port: MessagePort,
		ending: AbortController
	): Promise<MadeFile> {
		let late = false;
		const timer = setTimeout(() => {
			late = true;
			ending.abort();
		}, this.options.limitMs);
		const next = await messages.next().finally(() => clearTimeout(timer));
		if (next.done) {
			if (late) throw new ExportTimeout();
			await ended;
			throw new Error('The thread ended without a file.');
		}
		const message = next.value;
		if ('whole' in message) return { head: message.whole, body: message.body };
		if ('head' in message) return { head: message.head, parts: readParts(messages, port) };
		throw failureOf(message);
	}

	async #open(): Promise<Piscina> {
		const { Piscina } = await import('piscina');
		return new Piscina({
			filename: threadPath('export'),
			minThreads: 0,
			maxThreads: MAX_THREADS,
			maxQueue: this.options.mostWaiting,
			concurrentTasksPerWorker: 1,
			idleTimeout: IDLE_MS,
			niceIncrement: NICE,
			resourceLimits: { maxOldGenerationSizeMb: this.options.memoryMb },
			execArgv: []
		});
	}
}

/** The messages of a thread, until its end of the port is closed. */
async function* readMessages(port: MessagePort): AsyncGenerator<ExportMessage> {
	const arrived: ExportMessage[] = [];
	let closed = false;
	let wake = () => undefined as void;
	port.on('message', (message: ExportMessage) => {
		arrived.push(message);
		wake();
	});
	port.once('close', () => {
		closed = true;
		wake();
	});
	for (;;) {
		const message = arrived.shift();
		if (message) yield message;
		else if (closed) return;
		else await new Promise<void>((resolve) => (wake = resolve));
	}
}

/** The parts of a file. Generation stops when the reader does. */
async function* readParts(
	messages: AsyncGenerator<ExportMessage>,
	port: MessagePort
): AsyncGenerator<Uint8Array> {
	const say = (message: ReaderMessage) => port.postMessage(message);
	try {
		for await (const message of messages) {
			if ('part' in message) {
				say({ taken: message.part.length });
				yield message.part;
			} else if ('end' in message) return;
			else throw failureOf(message);
		}
		throw new Error('The thread ended in the middle of a file.');
	} finally {
		say({ stop: true });
	}
}

function failureOf(message: ExportMessage): Error {
	if ('refused' in message) {
		return new ExportRefused(message.refused.status, message.refused.message);
	}
	if (!('failed' in message)) return new Error('The thread sent a message out of order.');
	const { message: text, stack, code } = message.failed;
	return Object.assign(new Error(text), { stack, code });
}
