import type { ChoiceProblem } from '#lib/domain/plan/choice.ts';
import {
	coverageOf,
	withoutCrime,
	type Coverage,
	type Weights,
	weightsKey
} from '#lib/domain/plan/criteria.ts';
import { findInputFaults, type InputFault } from '#lib/domain/plan/demands.ts';
import { toDraft, type PlanDraft } from '#lib/domain/plan/draft.ts';
import { ineligibilityOf, type Ineligibility } from '#lib/domain/plan/eligibility.ts';
import { weightVariants } from '#lib/domain/plan/sensitivity.ts';
import type { RankSpread } from '#lib/domain/plan/rank-draws.ts';
import type { Reason } from '#lib/domain/plan/reasons.ts';
import { lastDay, type IsoDate } from '#lib/domain/period.ts';
import type { PlanAnswer, PlanRequest } from '#lib/solver/protocol.ts';
import type { PlanData, PlanUnit } from '#lib/view/plan-wire.ts';
import { rankCandidates, toProblem, type Candidate } from './candidate.ts';
import { carryOver, withoutCommunes, type Carried } from './carry-over.ts';
import { keepDraft, readDraft } from './plan-draft.ts';
import { withStep, type Outcome } from './plan-outcome.ts';

/** While weights are dragged, ranks are drawn once they rest. */
const REST_MS = 200;
/** So often are reasons shown while they come. */
const SHOWINGS = 20;

/** A plan on the screen: what was put in, and what follows from it. */
export class PlanState {
	readonly data = $state.raw() as PlanData;
	draft = $state.raw<PlanDraft>(readDraft());
	outcome = $state.raw<Outcome>();
	/** Communes that the draft named on other boundaries, and what they are on these. */
	carried = $state.raw<Carried>();
	/** Share of the reasons that are known, while the solver works. */
	progress = $state<number>();
	failure = $state<string>();
	#ranks = $state.raw<Readonly<Record<number, RankSpread>>>({});
	#worker: Worker | undefined;
	#asked = 0;
	#reasons: Record<number, Reason> = {};
	/** The communes whose ranks were asked for last: candidates may change before the answer comes. */
	#rankedUnits: readonly number[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;

	readonly date: string;

	/** Why communes may not be chosen, by id; none for candidates. */
	readonly reasonsAgainst: Readonly<Record<number, Ineligibility[]>> = $derived(
		Object.fromEntries(
			this.data.units.map(({ unit, standing }) => [
				unit.id,
				ineligibilityOf(standing, this.draft.rules, this.date)
			])
		)
	);
	/** Communes that may be chosen, by the rules or as an exception. */
	readonly eligible: readonly PlanUnit[] = $derived(
		this.data.units.filter(
			({ unit }) =>
				this.reasonsAgainst[unit.id]!.length === 0 || this.draft.exceptions[unit.code] !== undefined
		)
	);
	/** What weighs: on a track whose cases rest on detection, nothing that its cases tell. */
	readonly weights: Weights = $derived(
		this.data.detected ? withoutCrime(this.draft.weights) : this.draft.weights
	);
	/** Whether nobody can have a score, because nothing weighs. */
	readonly weightless = $derived(Object.values(this.weights).every((weight) => weight <= 0));
	/** Which criteria can be used, by what is known of the candidates. */
	readonly coverage: Coverage = $derived(
		coverageOf(
			this.eligible.map(({ values }) => values),
			this.weights
		)
	);
	/** Whether no plan can be made, because figures are missing. */
	readonly withoutFigures = $derived(
		this.coverage.missing.length > 0 ||
			(!this.weightless && Object.values(this.coverage.weights).every((weight) => weight <= 0))
	);
	/** Candidates, the most urgent first. */
	readonly candidates: readonly Candidate[] = $derived(
		rankCandidates(this.eligible, this.coverage.weights, this.draft)
	);
	readonly excluded: readonly PlanUnit[] = $derived(
		this.data.units.filter(
			({ unit }) => !this.candidates.some(({ plan }) => plan.unit.id === unit.id)
		)
	);
	/** The first by rank: what would be chosen without any demand but the number. */
	readonly firstByRank: readonly number[] = $derived(
		this.candidates.slice(0, Math.max(0, this.draft.count)).map(({ plan }) => plan.unit.id)
	);
	readonly chosen: readonly number[] = $derived(this.outcome?.best?.chosen ?? []);
	readonly faults: readonly InputFault[] = $derived(findInputFaults(this.#input()));
	/** Whether nothing can be solved as it is. */
	readonly blocked = $derived(this.faults.length > 0 || this.weightless || this.withoutFigures);

	constructor(
		data: PlanData,
		private readonly startWorker: () => Worker
	) {
		this.data = data;
		this.date = lastDay(data.month);
		const kept = this.draft;
		this.draft = { ...kept, frame: data.frame };
		if (kept.frame !== undefined) void this.#carry(kept, kept.frame);
	}

	/** Changes the draft; what was chosen before no longer holds. */
	set(change: Partial<PlanDraft>): void {
		this.draft = { ...this.draft, ...change };
		keepDraft(this.draft);
		this.cancel();
		this.outcome = undefined;
		this.drawRanksSoon();
	}

	/** Takes over what was put in for a saved plan on the boundaries since `frame`, and solves it anew. */
	async reopen(inputs: unknown, frame: IsoDate): Promise<void> {
		const draft = toDraft(inputs);
		this.set({ ...draft, frame: this.data.frame });
		await this.#carry(draft, frame);
		if (!this.blocked) this.solve();
	}

	/** Keeps by which weights the backtest of a month was first seen. */
	rememberBacktest(month: string): void {
		const { seenBacktests } = this.draft;
		if (seenBacktests[month] !== undefined) return;
		this.draft = {
			...this.draft,
			seenBacktests: { ...seenBacktests, [month]: weightsKey(this.weights) }
		};
		keepDraft(this.draft);
	}

	/** Whether weights are others than those by which the backtest of a month was first seen. */
	weightsChangedSince(month: string): boolean {
		const seen = this.draft.seenBacktests[month];
		return seen !== undefined && seen !== weightsKey(this.weights);
	}

	ranksOf(unitId: number): RankSpread | undefined {
		return this.#ranks[unitId];
	}

	/** Draws what ranks are worth, once the draft has rested for a moment. */
	drawRanksSoon(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			const { how, count } = this.draft;
			const { weights } = this.coverage;
			this.#rankedUnits = this.candidates.map(({ plan }) => plan.unit.id);
			this.#ask({
				...{ ask: 'ranks', id: ++this.#asked, weights, how, first: count },
				units: this.candidates.map(({ plan: { unit, values, crime, neighbours } }) => ({
					...{ unitId: unit.id, values, neighbours },
					...(crime.rising ? { rising: crime.rising } : {}),
					...(crime.relapse ? { relapse: crime.relapse } : {})
				})),
				levels: this.data.units.flatMap(({ unit, crime: { level, people } }) =>
					level && people ? { unitId: unit.id, level, people } : []
				)
			});
		}, REST_MS);
	}

	/** Finds the best choice, and the reasons. */
	solve(): void {
		this.cancel();
		this.failure = undefined;
		this.outcome = { reasons: {} };
		this.#reasons = {};
		this.progress = 0;
		const { how } = this.draft;
		const { weights } = this.coverage;
		this.#ask({
			ask: 'plan',
			problem: this.problem(),
			variants: weightVariants(
				this.candidates.map(({ plan }) => plan.values),
				weights,
				how
			)
		});
	}

	/** What the solver is asked: candidates and demands. */
	problem(): ChoiceProblem {
		return toProblem(this.data, this.candidates, this.#input());
	}

	/** Stops the solver; what it has said stays. */
	cancel(): void {
		if (this.progress === undefined) return;
		this.progress = undefined;
		this.#worker?.terminate();
		this.#worker = undefined;
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#worker?.terminate();
		this.#worker = undefined;
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

	#input() {
		const { count, budget, cost, costs, groupLeast, groupMost, eachGroupMost } = this.draft;
		const { sets, must, mustNot, adjacency } = this.draft;
		const idsOf = (codes: readonly string[]) =>
			this.data.units.filter(({ unit }) => codes.includes(unit.code)).map(({ unit }) => unit.id);
		return {
			...{ count, budget, groupLeast, groupMost, eachGroupMost, adjacency },
			// A group without communes is still being put together.
			sets: sets
				.filter(({ codes }) => codes.length > 0)
				.map((set) => ({ ...set, unitIds: idsOf(set.codes) })),
			costs: [cost, ...Object.values(costs)],
			must: idsOf(must),
			mustNot: idsOf(mustNot)
		};
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
		if (answer.step === 'ranks') {
			if (answer.id !== this.#asked) return;
			const units = this.#rankedUnits;
			this.#ranks = Object.fromEntries(answer.ranks.map((spread, at) => [units[at]!, spread]));
			return;
		}
		if (this.progress === undefined || !this.outcome) return;
		switch (answer.step) {
			case 'reason':
				this.#reasons[answer.reason.unitId] = answer.reason;
				// Not with every single one: each showing costs.
				if (Math.floor(answer.share * SHOWINGS) === Math.floor(this.progress * SHOWINGS)) return;
				this.outcome = { ...this.outcome, reasons: { ...this.#reasons } };
				this.progress = answer.share;
				return;
			case 'done':
				this.outcome = { ...this.outcome, reasons: this.#reasons };
				this.progress = undefined;
				return;
			case 'failed':
				this.#fail(answer.message);
				return;
			default:
				this.outcome = withStep(this.outcome, answer);
		}
	}

	#fail(message: string): void {
		this.failure = message;
		this.cancel();
	}
}
