import type { ChoiceProblem } from '#lib/domain/plan/choice.ts';
import type { GrowthBy, GrowthStep } from '#lib/domain/plan/sequence.ts';
import type { GrowthAnswer, PlanRequest } from '#lib/solver/protocol.ts';

/** The order in which a plan would grow, as far as it is known; found by a worker of its own. */
export class PlanGrowth {
	/** Undefined before it was asked for. */
	steps = $state.raw<readonly GrowthStep[]>();
	by = $state.raw<GrowthBy>('count');
	working = $state(false);
	failure = $state<string>();
	#worker: Worker | undefined;

	constructor(private readonly startWorker: () => Worker) {}

	find(problem: ChoiceProblem, by: GrowthBy, limits: readonly number[]): void {
		this.close();
		this.by = by;
		this.steps = [];
		this.working = true;
		this.failure = undefined;
		this.#worker = this.startWorker();
		this.#worker.addEventListener('message', ({ data }: MessageEvent<GrowthAnswer>) => {
			if (data.step === 'growth') this.steps = [...(this.steps ?? []), data.growth];
			else if (data.step === 'failed') this.#fail(data.message);
			else this.close();
		});
		this.#worker.addEventListener('error', ({ message }) => this.#fail(message));
		const request: PlanRequest = { ask: 'growth', problem, by, limits };
		this.#worker.postMessage(request);
	}

	/** What was asked no longer holds. */
	forget(): void {
		this.close();
		this.steps = undefined;
		this.failure = undefined;
	}

	/** Stops the search; what was found stays. */
	close(): void {
		this.working = false;
		this.#worker?.terminate();
		this.#worker = undefined;
	}

	#fail(message: string): void {
		this.failure = message;
		this.close();
	}
}
