import type { Demand } from './choice.ts';

/** Communes that are demanded together. */
export interface UnitSet {
	name: string;
	unitIds: readonly number[];
	least?: number;
	most?: number;
}

/** Demands as a planner puts them in. */
export interface DemandInput {
	count: number;
	budget: number | undefined;
	/** Costs that were put in for communes, one for all the others among them. */
	costs: readonly number[];
	groupLeast: Readonly<Record<string, number>>;
	groupMost: Readonly<Record<string, number>>;
	eachGroupMost: number | undefined;
	sets: readonly UnitSet[];
	must: readonly number[];
	mustNot: readonly number[];
	adjacency: 'any' | 'apart' | 'together';
}

/** An input that cannot be meant, whatever the communes. */
export type InputFault =
	'count-negative' | 'count-not-whole' | 'budget-negative' | 'cost-negative' | 'quota-negative';

/** Faults of an input; none where it makes demands. */
export function findInputFaults({
	count,
	budget,
	costs,
	groupLeast,
	groupMost,
	eachGroupMost,
	sets
}: DemandInput): InputFault[] {
	const faults: InputFault[] = [];
	if (!Number.isInteger(count)) faults.push('count-not-whole');
	else if (count < 0) faults.push('count-negative');
	if (budget !== undefined && !(budget >= 0)) faults.push('budget-negative');
	if (costs.some((cost) => !(cost >= 0))) faults.push('cost-negative');
	const quotas = [
		...Object.values(groupLeast),
		...Object.values(groupMost),
		eachGroupMost,
		...sets.flatMap(({ least, most }) => [least, most])
	].filter((quota) => quota !== undefined);
	if (quotas.some((quota) => !(quota >= 0))) faults.push('quota-negative');
	return faults;
}

/** Demands in the order in which they are asked for. */
export function listDemands(input: DemandInput): Demand[] {
	const { count, budget, groupLeast, groupMost, eachGroupMost, sets } = input;
	const { must, mustNot, adjacency } = input;
	return [
		{ kind: 'count', min: count, max: count },
		...(budget === undefined ? [] : [{ kind: 'budget', most: budget } as const]),
		...Object.entries(groupLeast).map(([group, least]): Demand => ({
			kind: 'group-least',
			group,
			least
		})),
		...Object.entries(groupMost).map(([group, most]): Demand => ({
			kind: 'group-most',
			group,
			most
		})),
		...(eachGroupMost === undefined
			? []
			: [{ kind: 'each-group-most', most: eachGroupMost } as const]),
		...sets.flatMap(demandsOfSet),
		...must.map((unitId): Demand => ({ kind: 'must', unitId })),
		...mustNot.map((unitId): Demand => ({ kind: 'must-not', unitId })),
		...(adjacency === 'any' ? [] : [{ kind: adjacency } as const])
	];
}

function demandsOfSet({ name, unitIds, least, most }: UnitSet): Demand[] {
	return [
		...(least === undefined ? [] : [{ kind: 'set-least', name, unitIds, least } as const]),
		...(most === undefined ? [] : [{ kind: 'set-most', name, unitIds, most } as const])
	];
}
