import { parentPort } from 'node:worker_threads';
import { EvidenceCalculator } from './evidence-calculator.ts';
import { answer } from './evidence-service.ts';
import type { EvidenceReply, EvidenceMessage } from './protocol.ts';

/** Runs in a thread of its own, as long as the server: it answers requests about the data it was given. */

/** Number of versions of the data that requests can refer to. */
const KEPT = 2;
const versions = new Map<number, EvidenceCalculator>();
const say = (message: EvidenceReply) => parentPort!.postMessage(message);

parentPort!.on('message', (message: EvidenceMessage) => {
	if ('history' in message) {
		versions.set(message.version, new EvidenceCalculator(message.history));
		for (const version of [...versions.keys()].slice(0, -KEPT)) versions.delete(version);
	} else {
		void reply(message);
	}
});

async function reply({
	id,
	version,
	method,
	args
}: Exclude<EvidenceMessage, { history: unknown }>) {
	try {
		const calculator = versions.get(version);
		if (!calculator) throw new Error('The data changed.');
		say({ id, value: await answer(calculator, method, args) });
	} catch (error) {
		say({ id, failed: error instanceof Error ? error.message : String(error) });
	}
}
