import type { History } from '#lib/domain/history.ts';
import { EvidenceCalculator } from './evidence-calculator.ts';

type Methods = Omit<EvidenceCalculator, 'history'>;
export type Method = keyof Methods;
export type Args<M extends Method> = Parameters<Methods[M]>;
export type Answer<M extends Method> = Awaited<ReturnType<Methods[M]>>;

/** Interface to evidence, wherever it is computed. */
export interface EvidenceService {
	ask<M extends Method>(method: M, ...args: Args<M>): Promise<Answer<M>>;
}

/** Runs a method by its name. */
export async function answer<M extends Method>(
	calculator: EvidenceCalculator,
	method: M,
	args: Args<M>
): Promise<Answer<M>> {
	const run = calculator[method].bind(calculator) as (
		...args: Args<M>
	) => Answer<M> | Promise<Answer<M>>;
	return run(...args);
}

/** Computes in the caller's thread: for commands and tests. */
export function localEvidence(history: History): EvidenceService {
	const calculator = new EvidenceCalculator(history);
	return { ask: (method, ...args) => answer(calculator, method, args) };
}
