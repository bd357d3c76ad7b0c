import { parentPort } from 'node:worker_threads';
import { Answers } from './answers.ts';
import { answer } from './desk.ts';
import type { DeskAnswer, DeskMessage } from './protocol.ts';

/** Runs in a thread of its own, as long as the server: it answers requests about the data it was given. */

/** Number of versions of the data that requests can refer to. */
const KEPT = 2;
const versions = new Map<number, Answers>();
const say = (message: DeskAnswer) => parentPort!.postMessage(message);

parentPort!.on('message', (message: DeskMessage) => {
	if ('history' in message) {
		versions.set(message.version, new Answers(message.history));
		for (const version of [...versions.keys()].slice(0, -KEPT)) versions.delete(version);
	} else {
		void reply(message);
	}
});

async function reply({ id, version, method, args }: Exclude<DeskMessage, { history: unknown }>) {
	try {
		const answers = versions.get(version);
		if (!answers) throw new Error('The data changed.');
		say({ id, value: await answer(answers, method, args) });
	} catch (error) {
		say({ id, failed: error instanceof Error ? error.message : String(error) });
	}
}
