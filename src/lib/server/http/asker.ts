import { AsyncLocalStorage } from 'node:async_hooks';

/** Who a request comes from, for the requests that a page's own load makes within it. */
export interface Asker {
	/** May change nothing. */
	onlyReads: boolean;
}

const askers = new AsyncLocalStorage<Asker>();

/** Answers a request in the name of who asked. */
export function answerTo<T>(asker: Asker, answer: () => T): T {
	return askers.run(asker, answer);
}

/** Whether the current request may change nothing; true outside of a request. */
export function onlyReads(): boolean {
	return askers.getStore()?.onlyReads ?? true;
}
