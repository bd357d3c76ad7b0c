import {
	coverageOf,
	withoutCrime,
	type Coverage,
	type Weights
} from '#lib/domain/plan/criteria.ts';
import type { PlanDraft } from '#lib/domain/plan/draft.ts';
import { ineligibilityOf, isMaintained, type Ineligibility } from '#lib/domain/plan/eligibility.ts';
import { lastDay } from '#lib/domain/period.ts';
import type { PlanDraws } from '#lib/solver/protocol.ts';
import type { PlanData, PlanUnit } from '#lib/view/plan-wire.ts';
import { rankCandidates, type Candidate } from './candidate.ts';

/** Who may be chosen and in which order, as a draft has it. */
export class PlanRanking {
	/** Why communes may not be chosen, by id; none for candidates. */
	readonly reasonsAgainst: Readonly<Record<number, Ineligibility[]>> = $derived.by(() => {
		const date = lastDay(this.data.month);
		return Object.fromEntries(
			this.data.units.map(({ unit, standing }) => [
				unit.id,
				ineligibilityOf(standing, this.draft().rules, date)
			])
		);
	});
	/** Communes that may be chosen, by the rules or as an exception. */
	readonly eligible: readonly PlanUnit[] = $derived.by(() =>
		this.data.units.filter(
			({ unit }) =>
				this.reasonsAgainst[unit.id]?.length === 0 ||
				this.draft().exceptions[unit.code] !== undefined
		)
	);
	/** What weighs: on a track whose cases rest on detection, nothing that its cases tell. */
	readonly weights: Weights = $derived.by(() =>
		this.data.detected ? withoutCrime(this.draft().weights) : this.draft().weights
	);
	/** Whether no commune has a score because all weights are zero. */
	readonly weightless = $derived.by(() =>
		Object.values(this.weights).every((weight) => weight <= 0)
	);
	/** Which criteria can be used, by what is known of the candidates. */
	readonly coverage: Coverage = $derived.by(() =>
		coverageOf(
			this.eligible.map(({ values }) => values),
			this.weights
		)
	);
	/** Whether no plan can be made, because figures are missing. */
	readonly withoutFigures = $derived.by(
		() =>
			this.coverage.missing.length > 0 ||
			(!this.weightless && Object.values(this.coverage.weights).every((weight) => weight <= 0))
	);
	/** Candidates, the most urgent first. */
	readonly candidates: readonly Candidate[] = $derived.by(() =>
		rankCandidates(this.eligible, this.coverage.weights, this.draft())
	);
	/** Ids of candidates that are kept up and may be chosen again only with a reason that is not given yet. */
	readonly withheld: readonly number[] = $derived.by(() =>
		this.candidates.flatMap(({ plan: { unit, standing } }) =>
			isMaintained(standing) && this.draft().exceptions[unit.code] === undefined ? [unit.id] : []
		)
	);
	/** Candidates that a choice may take. */
	readonly choosable: readonly Candidate[] = $derived.by(() =>
		this.candidates.filter(({ plan }) => !this.withheld.includes(plan.unit.id))
	);
	readonly excluded: readonly PlanUnit[] = $derived.by(() =>
		this.data.units.filter((each) => !this.eligible.includes(each))
	);

	constructor(
		private readonly data: PlanData,
		private readonly draft: () => PlanDraft
	) {}

	/** What ranks and choices are drawn from. */
	draws(): PlanDraws {
		return {
			weights: this.coverage.weights,
			how: this.draft().how,
			units: this.candidates.map(({ plan: { unit, values, crime, neighbours } }) => ({
				unitId: unit.id,
				values,
				neighbours,
				...(crime.rising ? { rising: crime.rising } : {}),
				...(crime.relapse ? { relapse: crime.relapse } : {})
			})),
			levels: this.data.units.flatMap(({ unit, crime: { level, people } }) =>
				level && people ? { unitId: unit.id, level, people } : []
			)
		};
	}
}
