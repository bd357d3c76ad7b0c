import { Worker } from 'node:worker_threads';
import type { History } from '#lib/domain/history.ts';
import type { EvidenceService } from './evidence-service.ts';
import type { EvidenceReply, EvidenceMessage } from './protocol.ts';
import { threadPath } from '../resources.ts';

const THREAD = threadPath('evidence');

interface Waiting {
	resolve: (value: unknown) => void;
	reject: (error: Error) => void;
}

/**
 * Computes evidence in a thread, so that the server answers others meanwhile. It starts with the first
 * question, or by `start`; one that died is started again with the next.
 */
export class EvidenceThread {
	#worker: Worker | undefined;
	#questions = 0;
	#versions = 0;
	/** Versions that the thread has been given. */
	readonly #known = new Set<number>();
	readonly #waiting = new Map<number, Waiting>();

	/** Where to ask about one version of the data. */
	serviceOf(history: History): EvidenceService {
		const version = ++this.#versions;
		const ask: EvidenceService['ask'] = (method, ...args) => {
			const worker = this.start();
			if (!this.#known.has(version)) {
				this.#known.add(version);
				worker.postMessage({ history, version } satisfies EvidenceMessage);
			}
			return new Promise((resolve, reject) => {
				const id = ++this.#questions;
				this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
				worker.postMessage({ id, version, method, args } satisfies EvidenceMessage);
			});
		};
		return { ask };
	}

	start(): Worker {
		if (this.#worker) return this.#worker;
		const worker = new Worker(THREAD, { execArgv: [] });
		// A server that has nothing else to do may end.
		worker.unref();
		worker.on('message', (answer: EvidenceReply) => {
			const waiting = this.#waiting.get(answer.id);
			this.#waiting.delete(answer.id);
			if ('failed' in answer) waiting?.reject(new Error(answer.failed));
			else waiting?.resolve(answer.value);
		});
		const gone = (reason: Error) => {
			if (this.#worker !== worker) return;
			this.#worker = undefined;
			this.#known.clear();
			for (const { reject } of this.#waiting.values()) reject(reason);
			this.#waiting.clear();
		};
		worker.once('error', gone);
		worker.once('exit', () => gone(new Error('The thread of evidence ended.')));
		this.#worker = worker;
		return worker;
	}

	async close(): Promise<void> {
		await this.#worker?.terminate();
	}
}
