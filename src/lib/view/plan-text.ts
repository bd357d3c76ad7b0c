import type { Demand } from '#lib/domain/plan/choice.ts';
import type { Relaxation } from '#lib/domain/plan/conflict.ts';
import type { Criterion } from '#lib/domain/plan/criteria.ts';
import type { InputFault } from '#lib/domain/plan/demands.ts';
import type { Ineligibility } from '#lib/domain/plan/eligibility.ts';
import type { Normalisation } from '#lib/domain/plan/normalise.ts';
import type { Reason } from '#lib/domain/plan/reasons.ts';
import type { Unit } from '#lib/domain/unit.ts';
import { m } from '#lib/paraglide/messages.js';
import { statusLabel } from './class-label.ts';
import { formatCount, formatDate, formatDecimal, formatRate } from './format.ts';

/** The name of a unit, by id. */
type NameOf = (unitId: number) => string;

const CRITERIA: Record<Criterion, () => string> = {
	rate: m.plan_criterion_rate,
	rising: m.plan_criterion_rising,
	cluster: m.plan_criterion_cluster,
	relapse: m.plan_criterion_relapse,
	waiting: m.plan_criterion_waiting,
	models: m.plan_criterion_models,
	population: m.plan_criterion_population,
	cleared: m.plan_criterion_cleared
};
const NORMALISATIONS: Record<Normalisation, () => string> = {
	'min-max': m.plan_how_min_max,
	z: m.plan_how_z,
	rank: m.plan_how_rank
};
const FAULTS: Record<InputFault, () => string> = {
	'count-negative': m.plan_fault_count_negative,
	'count-not-whole': m.plan_fault_count_not_whole,
	'budget-negative': m.plan_fault_budget_negative,
	'cost-negative': m.plan_fault_cost_negative,
	'quota-negative': m.plan_fault_quota_negative
};

export function criterionLabel(criterion: Criterion): string {
	return CRITERIA[criterion]();
}

export function normalisationLabel(how: Normalisation): string {
	return NORMALISATIONS[how]();
}

export function inputFaultText(fault: InputFault): string {
	return FAULTS[fault]();
}

/** A demand, as it was asked for: "nhiều nhất 2 xã ở Huyện Mường Nhé". */
export function demandText(demand: Demand, nameOf: NameOf): string {
	switch (demand.kind) {
		case 'count':
			return m.plan_demand_count({ count: formatCount(demand.min) });
		case 'budget':
			return m.plan_demand_budget({ most: formatDecimal(demand.most) });
		case 'group-least':
			return m.plan_demand_group_least({ least: formatCount(demand.least), group: demand.group });
		case 'group-most':
			return m.plan_demand_group_most({ most: formatCount(demand.most), group: demand.group });
		case 'must':
			return m.plan_demand_must({ name: nameOf(demand.unitId) });
		case 'must-not':
			return m.plan_demand_must_not({ name: nameOf(demand.unitId) });
		case 'apart':
			return m.plan_demand_apart();
		case 'together':
			return m.plan_demand_together();
		case 'set-least':
			return m.plan_demand_set_least({ least: formatCount(demand.least), name: demand.name });
		case 'set-most':
			return m.plan_demand_set_most({ most: formatCount(demand.most), name: demand.name });
		case 'each-group-most':
			return m.plan_demand_each_group_most({ most: formatCount(demand.most) });
	}
}

/** What would be enough of a relaxation: "nâng kinh phí lên 900 triệu đồng". */
export function relaxationText({ demand, needed }: Relaxation, nameOf: NameOf): string {
	if (needed !== undefined) {
		const figure = formatDecimal(needed);
		if (demand.kind === 'count') return m.plan_relax_count({ needed: figure });
		if (demand.kind === 'budget') return m.plan_relax_budget({ needed: figure });
		if (demand.kind === 'group-least') {
			return m.plan_relax_group_least({ group: demand.group, needed: figure });
		}
		if (demand.kind === 'group-most') {
			return m.plan_relax_group_most({ group: demand.group, needed: figure });
		}
		if (demand.kind === 'set-least') {
			return m.plan_relax_group_least({ group: demand.name, needed: figure });
		}
		if (demand.kind === 'set-most') {
			return m.plan_relax_group_most({ group: demand.name, needed: figure });
		}
	}
	return m.plan_relax_other({ demand: demandText(demand, nameOf) });
}

/** Why a commune may not be chosen. */
export function ineligibilityText(against: Ineligibility): string {
	switch (against.rule) {
		case 'under-way':
			return m.plan_against_under_way({
				name: against.name,
				status: statusLabel(against.status).toLocaleLowerCase()
			});
		case 'newly-recognised':
			return m.plan_against_recognised({ name: against.name, date: formatDate(against.since) });
		case 'maintained':
			return m.plan_against_maintained();
		case 'unknown':
			return m.plan_against_unknown();
	}
}

/** Why a commune is chosen or not, with what it would cost the other way round. */
export function reasonText({ chosen, loss, in: comes, out }: Reason, nameOf: NameOf): string {
	if (loss === undefined) {
		return chosen ? m.plan_reason_chosen_needed() : m.plan_reason_not_possible();
	}
	const names = (ids: readonly number[]) => ids.map(nameOf).join(', ');
	const swap =
		(comes.length > 0 ? m.plan_reason_in({ names: names(comes) }) : '') +
		(out.length > 0 ? m.plan_reason_out({ names: names(out) }) : '');
	const facts = { loss: formatPoints(loss), swap };
	return chosen ? m.plan_reason_chosen(facts) : m.plan_reason_not(facts);
}

const DISTRICT_KINDS = /^(Huyện|Thành phố|Thị xã) /;

/** The district of a commune without its kind; "(cũ)" where districts are gone: "Mường Chà (cũ)". */
export function districtText({
	unit,
	group
}: {
	unit: Pick<Unit, 'parentName'>;
	group: string;
}): string {
	const name = group.replace(DISTRICT_KINDS, '');
	return unit.parentName === null && name !== '' ? m.plan_former_district({ name }) : name;
}

/** Points out of a hundred with a decimal: differences between communes are small. */
export function formatPoints(points: number): string {
	return formatRate(points * 100);
}
