import type { History } from '#lib/domain/history.ts';
import { Answers } from './answers.ts';

type Methods = Omit<Answers, 'history'>;
export type Method = keyof Methods;
export type Args<M extends Method> = Parameters<Methods[M]>;
export type Answer<M extends Method> = Awaited<ReturnType<Methods[M]>>;

/** Interface to evidence, wherever it is computed. */
export interface EvidenceDesk {
	ask<M extends Method>(method: M, ...args: Args<M>): Promise<Answer<M>>;
}

/** Runs a method by its name. */
export async function answer<M extends Method>(
	answers: Answers,
	method: M,
	args: Args<M>
): Promise<Answer<M>> {
	const run = answers[method].bind(answers) as (...args: Args<M>) => Answer<M> | Promise<Answer<M>>;
	return run(...args);
}

/** Computes in the caller's thread: for commands and tests. */
export function localDesk(history: History): EvidenceDesk {
	const answers = new Answers(history);
	return { ask: (method, ...args) => answer(answers, method, args) };
}
