import type { PlanStep } from '#lib/domain/plan/answer-plan.ts';
import type { ChoiceProblem } from '#lib/domain/plan/choice.ts';
import type { RankSpread } from '#lib/domain/plan/rank-draws.ts';
import type { Reason } from '#lib/domain/plan/reasons.ts';
import type { WeightVariant } from '#lib/domain/plan/sensitivity.ts';
import type { PlanAnswer, PlanDraws, PlanRequest } from '#lib/solver/protocol.ts';
import { withStep, type Outcome } from './plan-outcome.ts';

/** So often are reasons shown while they come. */
const SHOWINGS = 20;

/** Requests to the planner's worker and its results: ranks, the best choice, reasons, and how often each is chosen. */
export class PlanSolver {
	/** What was said last; that of the question before stays until the first word of the next. */
	outcome = $state.raw<Outcome>();
	/** Whether `outcome` answers what was asked last. */
	current = $state(false);
	/** Share of the reasons that are known, while the worker works. */
	progress = $state<number>();
	failure = $state<string>();
	ranks = $state.raw<Readonly<Record<number, RankSpread>>>({});
	/** Share of draws in which each commune is chosen, by id; empty before it is known. */
	selection = $state.raw<Readonly<Record<number, number>>>({});
	#worker: Worker | undefined;
	#asked = 0;
	#reasons: Record<number, Reason> = {};
	/** The communes whose ranks were asked for last: candidates may change before the answer comes. */
	#rankedUnits: readonly number[] = [];
	/** What is asked once the choice and its reasons are known. */
	#next: PlanRequest | undefined;
	/** Whether the worker is at a plan: only ending it ends the work. */
	#busy = false;

	constructor(private readonly startWorker: () => Worker) {}

	/** What was said no longer holds; it is shown until there is something else. */
	outdate(): void {
		this.cancel();
		this.current = false;
		this.selection = {};
	}

	/** Nothing can be asked: what was said before is gone. */
	clear(): void {
		this.outdate();
		this.outcome = undefined;
	}

	/** @param first how many are the first */
	askRanks(draws: PlanDraws, first: number): void {
		this.#rankedUnits = draws.units.map(({ unitId }) => unitId);
		this.#ask({ ask: 'ranks', id: ++this.#asked, first, ...draws });
	}

	/** Finds the best choice, the reasons, and how often each commune is chosen. */
	solve(problem: ChoiceProblem, variants: WeightVariant[], draws: PlanDraws): void {
		this.outdate();
		this.failure = undefined;
		this.#reasons = {};
		this.progress = 0;
		this.#next = { ask: 'selection', problem, ...draws };
		this.#busy = true;
		this.#ask({ ask: 'plan', problem, variants });
	}

	/** Stops the worker; what it has said stays. */
	cancel(): void {
		this.progress = undefined;
		if (this.#busy) this.close();
	}

	close(): void {
		this.#next = undefined;
		this.#busy = false;
		this.#worker?.terminate();
		this.#worker = undefined;
	}

	#ask(request: PlanRequest): void {
		if (!this.#worker) {
			this.#worker = this.startWorker();
			this.#worker.addEventListener('message', ({ data }: MessageEvent<PlanAnswer>) =>
				this.#hear(data)
			);
			this.#worker.addEventListener('error', ({ message }) => this.#fail(message));
		}
		// Maps and plain objects only: they can be copied to the worker.
		this.#worker.postMessage(request);
	}

	#hear(answer: PlanAnswer): void {
		switch (answer.step) {
			case 'ranks': {
				if (answer.id !== this.#asked) return;
				const units = this.#rankedUnits;
				this.ranks = Object.fromEntries(
					answer.ranks.flatMap((spread, at) => {
						const unit = units[at];
						return unit === undefined ? [] : [[unit, spread]];
					})
				);
				return;
			}
			case 'selection':
				this.#busy = false;
				this.selection = Object.fromEntries(
					answer.shares.map(({ unitId, share }) => [unitId, share])
				);
				return;
			case 'failed':
				this.#fail(answer.message);
				return;
			case 'done':
				this.#finish();
				return;
			default:
				if (this.progress !== undefined) this.#hearStep(answer, this.progress);
		}
	}

	#hearStep(answer: PlanStep, progress: number): void {
		if (answer.step !== 'reason') {
			const before = this.current && this.outcome ? this.outcome : { reasons: {} };
			this.outcome = withStep(before, answer);
			this.current = true;
			return;
		}
		this.#reasons[answer.reason.unitId] = answer.reason;
		// Not with every single one: each showing costs.
		if (Math.floor(answer.share * SHOWINGS) === Math.floor(progress * SHOWINGS)) return;
		if (this.outcome) this.outcome = { ...this.outcome, reasons: { ...this.#reasons } };
		this.progress = answer.share;
	}

	#finish(): void {
		if (this.progress === undefined || !this.outcome) return;
		this.outcome = { ...this.outcome, reasons: this.#reasons };
		this.progress = undefined;
		if (this.#next && this.outcome.best) this.#ask(this.#next);
		else this.#busy = false;
		this.#next = undefined;
	}

	#fail(message: string): void {
		this.failure = message;
		this.cancel();
	}
}
