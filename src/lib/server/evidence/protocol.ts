import type { History } from '#lib/domain/history.ts';
import type { Args, Method } from './desk.ts';

/** Messages to the thread: a version of the data, or a request about one. */
export type DeskMessage =
	| { history: History; version: number }
	| { id: number; version: number; method: Method; args: Args<Method> };

/** Messages from the thread. */
export type DeskAnswer = { id: number; value: unknown } | { id: number; failed: string };
