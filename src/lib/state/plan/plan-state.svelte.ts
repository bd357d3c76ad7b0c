import type { ChoiceProblem } from '#lib/domain/plan/choice.ts';
import { weightsKey } from '#lib/domain/plan/criteria.ts';
import { findInputFaults, type DemandInput, type InputFault } from '#lib/domain/plan/demands.ts';
import { toDraft, type PlanDraft } from '#lib/domain/plan/draft.ts';
import { weightVariants, type WeightVariant } from '#lib/domain/plan/sensitivity.ts';
import type { RankSpread } from '#lib/domain/plan/rank-draws.ts';
import { isTie, nearestSwaps, NEAR, type Swap } from '#lib/domain/plan/swaps.ts';
import type { IsoDate } from '#lib/domain/period.ts';
import type { PlanData } from '#lib/view/plan-wire.ts';
import { toProblem } from './candidate.ts';
import { carryOver, withoutCommunes, type Carried } from './carry-over.ts';
import { keepDraft, readDraft } from './plan-draft.ts';
import { PlanRanking } from './plan-ranking.svelte.ts';
import { PlanSolver } from './plan-solver.svelte.ts';

/** While weights are dragged, ranks are drawn and plans are solved once they rest. */
const REST_MS = 200;

/** A plan on the screen: what was put in, and what follows from it. */
export class PlanState {
	readonly data = $state.raw() as PlanData;
	draft = $state.raw<PlanDraft>(readDraft());
	/** Communes that the draft named on other boundaries, and what they are on these. */
	carried = $state.raw<Carried>();
	/** The saved plan that is as the draft is; undefined once the draft was changed. */
	savedAs = $state<number>();
	readonly ranking: PlanRanking;
	readonly solver: PlanSolver;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** The first by rank: what would be chosen without any demand but the number. */
	readonly firstByRank: readonly number[] = $derived.by(() =>
		this.candidates.slice(0, Math.max(0, this.draft.count)).map(({ plan }) => plan.unit.id)
	);
	readonly chosen: readonly number[] = $derived.by(() => this.outcome?.best?.chosen ?? []);
	readonly faults: readonly InputFault[] = $derived.by(() => findInputFaults(this.#input()));
	/** Whether nothing can be solved as it is. */
	readonly blocked = $derived.by(
		() => this.faults.length > 0 || this.ranking.weightless || this.ranking.withoutFigures
	);
	/** Swaps of one chosen for one other that lose the least, the nearest first. */
	readonly swaps: readonly Swap[] = $derived.by(() =>
		this.solver.current && this.chosen.length > 0 ? nearestSwaps(this.problem(), this.chosen) : []
	);
	/** Those of them that are as good as the choice. */
	readonly nearTies: readonly Swap[] = $derived.by(() =>
		this.swaps.filter((swap) => isTie(swap) || swap.loss <= NEAR)
	);

	constructor(data: PlanData, startWorker: () => Worker) {
		this.data = data;
		this.ranking = new PlanRanking(data, () => this.draft);
		this.solver = new PlanSolver(startWorker);
		const kept = this.draft;
		this.draft = { ...kept, frame: data.frame };
		if (kept.frame !== undefined) void this.#carry(kept, kept.frame);
	}

	get candidates() {
		return this.ranking.candidates;
	}
	get outcome() {
		return this.solver.outcome;
	}

	/** Changes the draft; what was chosen before is shown until the new choice is known. */
	set(change: Partial<PlanDraft>): void {
		this.draft = { ...this.draft, ...change };
		this.savedAs = undefined;
		keepDraft(this.draft);
		this.solver.outdate();
		this.answerSoon();
	}

	/** Takes over what was put in for a saved plan on the boundaries since `frame`, and solves it anew. */
	async reopen(id: number, inputs: unknown, frame: IsoDate): Promise<void> {
		const draft = toDraft(inputs);
		this.set({ ...draft, frame: this.data.frame });
		await this.#carry(draft, frame);
		if (frame === this.data.frame) this.savedAs = id;
	}

	/** Keeps by which weights the backtest of a month was first seen. */
	rememberBacktest(month: string): void {
		const { seenBacktests } = this.draft;
		if (seenBacktests[month] !== undefined) return;
		const seen = { ...seenBacktests, [month]: weightsKey(this.ranking.weights) };
		this.draft = { ...this.draft, seenBacktests: seen };
		keepDraft(this.draft);
	}

	/** Whether weights are others than those by which the backtest of a month was first seen. */
	weightsChangedSince(month: string): boolean {
		const seen = this.draft.seenBacktests[month];
		return seen !== undefined && seen !== weightsKey(this.ranking.weights);
	}

	ranksOf(unitId: number): RankSpread | undefined {
		return this.solver.ranks[unitId];
	}

	/** Draws ranks and finds the best choice, once the draft has rested for a moment. */
	answerSoon(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			const { ranking, solver, draft } = this;
			solver.askRanks(ranking.draws(), draft.count);
			if (this.blocked) return solver.clear();
			solver.solve(this.problem(), this.#variants(), ranking.draws());
		}, REST_MS);
	}

	/** Input of the solver: candidates and demands. */
	problem(): ChoiceProblem {
		return toProblem(this.data, this.ranking.choosable, this.#input());
	}

	close(): void {
		clearTimeout(this.#timer);
		this.solver.close();
	}

	/** Follows the communes of a draft from the boundaries that it was made on to these. */
	async #carry(draft: PlanDraft, frame: IsoDate): Promise<void> {
		this.carried = undefined;
		if (frame === this.data.frame) return;
		this.set(withoutCommunes(draft));
		const { change, carried } = await carryOver(draft, frame, this.data.frame);
		this.carried = carried;
		this.set(change);
	}

	/** Scores of those who may be chosen, with one weight changed: on the scale of all candidates. */
	#variants(): WeightVariant[] {
		const { candidates, withheld, coverage } = this.ranking;
		const values = candidates.map(({ plan }) => plan.values);
		return weightVariants(values, coverage.weights, this.draft.how).map((variant) => ({
			...variant,
			scores: variant.scores.filter((_, at) => {
				const candidate = candidates[at];
				return candidate !== undefined && !withheld.includes(candidate.plan.unit.id);
			})
		}));
	}

	#input(): DemandInput {
		const { count, budget, cost, costs, groupLeast, groupMost, eachGroupMost } = this.draft;
		const { sets, must, mustNot, adjacency } = this.draft;
		const idsOf = (codes: readonly string[]) =>
			this.data.units.filter(({ unit }) => codes.includes(unit.code)).map(({ unit }) => unit.id);
		return {
			count,
			budget,
			groupLeast,
			groupMost,
			eachGroupMost,
			adjacency,
			// A group without communes is still being put together.
			sets: sets
				.filter(({ codes }) => codes.length > 0)
				.map((set) => ({ ...set, unitIds: idsOf(set.codes) })),
			costs: [cost, ...Object.values(costs)],
			must: idsOf(must),
			mustNot: idsOf(mustNot)
		};
	}
}
