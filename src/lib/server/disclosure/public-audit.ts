import { Worker } from 'node:worker_threads';
import type { LedgerEntry } from '#lib/domain/disclosure/ledger.ts';
import type { PublicPlan } from '#lib/domain/disclosure/plan-message.ts';
import { readAuditMessage } from '#lib/domain/disclosure/read-audit.ts';
import type { PublicData } from '#lib/domain/disclosure/public-systems.ts';
import { threadPath } from '../resources.ts';

const THREAD = threadPath('audit');

/** What an audit is made of: what could be published, and what was published before. */
export interface AuditOrder {
	data: PublicData;
	ledger: readonly LedgerEntry[];
}

/** Somebody stopped the audit. */
export class AuditCancelled extends Error {
	override readonly name = 'AuditCancelled';

	constructor() {
		super('The audit was stopped.');
	}
}

/** The audit itself failed; of the same data it would again. */
export class AuditFailed extends Error {
	override readonly name = 'AuditFailed';
}

/**
 * The audit of one version of the data before its public copies, in a thread of its own: which counts are hidden,
 * and whether any could be inferred.
 */
export class PublicAudit {
	/** From 0 to 1. */
	share = 0;
	/** The plan, once it is there. */
	found: PublicPlan | undefined;
	readonly plan: Promise<PublicPlan>;
	failure: AuditFailed | undefined;
	/** Whether the ledger says what the plan says. */
	recorded = false;
	#worker: Worker | undefined;
	#cancelled = false;

	/** @param order resolves later; the audit is registered first, so that only one is started */
	constructor(order: Promise<AuditOrder>) {
		this.plan = order.then((known) => this.#run(known));
		// A rejection without a listener is not an error.
		this.plan.catch(() => undefined);
	}

	cancel(): void {
		this.#cancelled = true;
		void this.#worker?.terminate();
	}

	#run(order: AuditOrder): Promise<PublicPlan> {
		if (this.#cancelled) throw new AuditCancelled();
		const worker = new Worker(THREAD, { workerData: order, execArgv: [] });
		worker.unref();
		this.#worker = worker;
		return new Promise((resolve, reject) => {
			worker.on('message', (sent: unknown) => {
				const message = readAuditMessage(sent);
				if (message.say === 'progress') this.share = message.done / message.of;
				else if (message.say === 'failed')
					reject((this.failure = new AuditFailed(message.message)));
				else resolve((this.found = message.plan));
			});
			worker.once('error', reject);
			worker.once('exit', () => reject(new AuditCancelled()));
		});
	}
}
