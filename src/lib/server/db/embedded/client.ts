import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import type { PGlite, Results, Transaction } from '@electric-sql/pglite';
import type { Answer, ErrorFields, OpenOptions, QueryRequest, Request } from './protocol.ts';
import { threadPath } from '../../resources.ts';
import { findPostgisBundle } from './postgis-bundle.ts';

const THREAD = threadPath('database');

type Send = (request: WithoutId<Request>) => Promise<unknown>;
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

interface QueryOptions {
	rowMode?: 'array' | 'object';
	parsers?: Record<number, unknown>;
	blob?: Blob;
}

/** A user's end of the embedded database, with as much of PGlite's interface as Drizzle and COPY need. */
export class EmbeddedClient {
	readonly #pending = new Map<
		number,
		{ resolve: (value: unknown) => void; reject: (error: Error) => void }
	>();
	#requests = 0;
	#ended: Error | undefined;
	#transactions = 0;

	constructor(private readonly port: MessagePort | Worker) {
		port.on('message', (answer: Answer) => {
			const waiting = this.#pending.get(answer.id);
			if (!waiting) return;
			this.#pending.delete(answer.id);
			if ('error' in answer) waiting.reject(toError(answer.error));
			else waiting.resolve(answer.value);
		});
		// Pending requests of an ended thread are rejected.
		const gone = (error?: unknown) => {
			const reason = error instanceof Error ? error : new Error('The database was closed.');
			this.#ended ??= reason;
			for (const { reject } of this.#pending.values()) reject(reason);
			this.#pending.clear();
		};
		port.on('error', gone);
		// A thread exits; ports and sockets are closed.
		port.on('exit', () => gone());
		port.on('close', () => gone());
	}

	readonly send: Send = (request) =>
		new Promise((resolve, reject) => {
			if (this.#ended) throw this.#ended;
			const id = ++this.#requests;
			this.#pending.set(id, { resolve, reject });
			this.port.postMessage({ ...request, id });
		});

	query(sql: string, params: unknown[] = [], options: QueryOptions = {}): Promise<Results> {
		return query(this.send, undefined, sql, params, options);
	}

	/** Runs work in a transaction: committed when it resolves, rolled back when it rejects. */
	async transaction<T>(work: (tx: Pick<Transaction, 'query'>) => Promise<T>): Promise<T> {
		const transaction = ++this.#transactions;
		await this.send({ op: 'begin', transaction });
		try {
			const result = await work({
				query: ((sql: string, params?: unknown[], options?: QueryOptions) =>
					query(this.send, transaction, sql, params ?? [], options ?? {})) as Transaction['query']
			});
			await this.send({ op: 'end', transaction, commit: true });
			return result;
		} catch (error) {
			await this.send({ op: 'end', transaction, commit: false });
			throw error;
		}
	}

	/** The whole database as a compressed archive. */
	async dump(): Promise<ArrayBuffer> {
		return (await this.send({ op: 'dump' })) as ArrayBuffer;
	}

	/** Forces to disk what was written, so that a power cut does not take it away. */
	async flush(): Promise<void> {
		await this.send({ op: 'flush' });
	}

	/** As Drizzle knows it. */
	asPglite(): PGlite {
		return this as unknown as PGlite;
	}
}

async function query(
	send: Send,
	transaction: number | undefined,
	sql: string,
	params: unknown[],
	{ rowMode = 'object', parsers = {}, blob }: QueryOptions
): Promise<Results> {
	const request: WithoutId<QueryRequest & { id: number }> = {
		op: 'query',
		sql,
		params,
		rowMode,
		// Drizzle's parsers for these types all leave the text as it is.
		asText: Object.keys(parsers).map(Number),
		blob,
		transaction
	};
	return (await send(request)) as Results;
}

/** The owner's end: it can also copy the whole database out, take further users, and close. */
export class EmbeddedThread extends EmbeddedClient {
	/** Resolves when the thread has ended. */
	readonly ended: Promise<void>;

	private constructor(readonly worker: Worker) {
		super(worker);
		this.ended = new Promise((resolve) => worker.once('exit', () => resolve()));
	}

	/** @throws Error when the database cannot be opened */
	static async open(options: Omit<OpenOptions, 'postgis'>): Promise<EmbeddedThread> {
		const workerData: OpenOptions = { ...options, postgis: await findPostgisBundle() };
		const worker = new Worker(THREAD, { workerData, execArgv: [] });
		await new Promise<void>((resolve, reject) => {
			worker.once('error', reject);
			worker.once('exit', () => reject(new Error('The database ended while it was opened.')));
			worker.once('message', (message: { failed?: ErrorFields }) => {
				if (message.failed) reject(toError(message.failed));
				else resolve();
			});
		}).catch(async (error: unknown) => {
			await worker.terminate();
			throw error;
		});
		return new EmbeddedThread(worker);
	}

	/** A port for another thread, for an `EmbeddedClient` there. */
	connect(): MessagePort {
		const { port1, port2 } = new MessageChannel();
		this.worker.postMessage({ op: 'connect', port: port1 }, [port1]);
		return port2;
	}

	async close(): Promise<void> {
		try {
			await this.send({ op: 'close' });
		} finally {
			await this.worker.terminate();
		}
	}
}

function toError(fields: ErrorFields): Error {
	return Object.assign(new Error(fields.message), fields);
}
