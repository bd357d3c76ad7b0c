import type { History } from '#lib/domain/history.ts';
import type { Args, Method } from './desk.ts';

/** What the thread is told: a version of the data, or a question about one. */
export type DeskMessage =
	| { history: History; version: number }
	| { id: number; version: number; method: Method; args: Args<Method> };

/** What it answers. */
export type DeskAnswer = { id: number; value: unknown } | { id: number; failed: string };
