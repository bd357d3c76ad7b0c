import type { History } from '#lib/domain/history.ts';
import type { Args, Method } from './evidence-service.ts';

/** Messages to the thread: a version of the data, or a request about one. */
export type EvidenceMessage =
	| { history: History; version: number }
	| { id: number; version: number; method: Method; args: Args<Method> };

/** Messages from the thread. */
export type EvidenceReply = { id: number; value: unknown } | { id: number; failed: string };
