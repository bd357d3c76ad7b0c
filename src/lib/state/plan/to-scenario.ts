import { commonRate } from '#lib/domain/plan/candidate-facts.ts';
import type { NewScenario, ScenarioUnit } from '#lib/domain/plan/scenario.ts';
import { toMonthText } from '#lib/domain/period.ts';
import { fullName } from '#lib/domain/unit.ts';
import type { Candidate } from './candidate.ts';
import type { PlanState } from './plan-state.svelte.ts';

/** Candidates beyond the chosen ones that are kept with a plan: as many again, and a few. */
const FURTHER = 5;

/** A plan as it is saved; undefined where there is no choice yet. */
export function toScenario(
	plan: PlanState,
	named: { name: string; author: string; dataVersion: number }
): NewScenario | undefined {
	const best = plan.solver.current ? plan.outcome?.best : undefined;
	if (!best) return undefined;
	const { month, track, frame } = plan.data;
	const provinceRate = commonRate(plan.data.units.map(({ cases }) => cases));
	const isChosen = ({ plan: { unit } }: Candidate) => best.chosen.includes(unit.id);
	return {
		...named,
		track,
		frame,
		month: toMonthText(month),
		inputs: plan.draft,
		outcome: {
			value: best.value,
			chosen: plan.candidates.filter(isChosen).map((each) => unitOf(plan, each)),
			refused: plan.candidates
				.filter((each) => !isChosen(each))
				.filter((each, at) => at < best.chosen.length + FURTHER || isProposed(plan, each))
				.map((each) => unitOf(plan, each)),
			...(provinceRate === undefined ? {} : { provinceRate })
		}
	};
}

function isProposed(plan: PlanState, { plan: { unit } }: Candidate): boolean {
	return plan.draft.proposals.some(({ code }) => code === unit.code);
}

function unitOf(plan: PlanState, { plan: each, score, rank, cost }: Candidate): ScenarioUnit {
	const { unit, group, cases, sites, record, alert } = each;
	const spread = plan.ranksOf(unit.id);
	const share = plan.solver.selection[unit.id];
	return {
		code: unit.code,
		name: fullName(unit),
		group,
		cost,
		score: score.total ?? null,
		rank: rank ?? null,
		reason: reasonOf(plan, unit.id),
		figures: {
			facts: { cases, sites, record: [...record], ...(alert ? { alert } : {}) },
			...(spread ? { ranks: { low: spread.low, high: spread.high } } : {}),
			...(share === undefined ? {} : { share })
		}
	};
}

function reasonOf(plan: PlanState, id: number): ScenarioUnit['reason'] {
	const reason = plan.outcome?.reasons[id];
	if (!reason) return null;
	const names = new Map(plan.data.units.map(({ unit }) => [unit.id, fullName(unit)]));
	const named = (ids: readonly number[]) => ids.map((each) => names.get(each) ?? '');
	return { loss: reason.loss ?? null, in: named(reason.in), out: named(reason.out) };
}
