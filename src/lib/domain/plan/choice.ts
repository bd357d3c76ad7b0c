/** A commune that may be chosen. */
export interface ChoiceUnit {
	unitId: number;
	score: number;
	/** In millions of đồng; not negative. */
	cost: number;
	/** District or other group that quotas are for. */
	group: string;
}

/** What a choice has to keep to; each can be taken back by itself. */
export type Demand =
	| { kind: 'count'; min: number; max: number }
	| { kind: 'budget'; most: number }
	| { kind: 'group-least'; group: string; least: number }
	| { kind: 'group-most'; group: string; most: number }
	| { kind: 'must'; unitId: number }
	| { kind: 'must-not'; unitId: number }
	/** No two neighbours. */
	| { kind: 'apart' }
	/** Each with a neighbour that is chosen too. */
	| { kind: 'together' }
	/** At least, or at most, so many of communes that somebody put together. */
	| { kind: 'set-least'; name: string; unitIds: readonly number[]; least: number }
	| { kind: 'set-most'; name: string; unitIds: readonly number[]; most: number }
	/** At most so many in every single group. */
	| { kind: 'each-group-most'; most: number };

/** The task: the best score that satisfies all demands. */
export interface ChoiceProblem {
	units: readonly ChoiceUnit[];
	demands: readonly Demand[];
	/** Ids of the communes around one. */
	neighbours: ReadonlyMap<number, readonly number[]>;
}

/** A linear inequality over units' being chosen: Σ factor·x, at least or at most. */
export interface Row {
	terms: readonly { unitId: number; factor: number }[];
	at: 'least' | 'most';
	limit: number;
}

/** A demand as inequalities; none where nothing is left to demand. */
export function demandRows(demand: Demand, problem: Omit<ChoiceProblem, 'demands'>): Row[] {
	const { units, neighbours } = problem;
	const all = (of: (unit: ChoiceUnit) => number) =>
		units.flatMap((unit) => {
			const factor = of(unit);
			return factor === 0 ? [] : { unitId: unit.unitId, factor };
		});
	const ones = (ids: readonly number[]) => ids.map((unitId) => ({ unitId, factor: 1 }));
	const known = new Set(units.map(({ unitId }) => unitId));
	const among = (ids: readonly number[]) => ones([...new Set(ids)].filter((id) => known.has(id)));
	const around = (id: number) => (neighbours.get(id) ?? []).filter((other) => known.has(other));
	const inGroup = (group: string) =>
		ones(units.filter((u) => u.group === group).map((u) => u.unitId));
	const groups = () => [...new Set(units.map(({ group }) => group))];
	switch (demand.kind) {
		case 'count':
			return [
				{ terms: all(() => 1), at: 'least', limit: demand.min },
				{ terms: all(() => 1), at: 'most', limit: demand.max }
			];
		case 'budget':
			return [{ terms: all(({ cost }) => cost), at: 'most', limit: demand.most }];
		case 'group-least':
			return [{ terms: inGroup(demand.group), at: 'least', limit: demand.least }];
		case 'group-most':
			return [{ terms: inGroup(demand.group), at: 'most', limit: demand.most }];
		case 'must':
			return [{ terms: among([demand.unitId]), at: 'least', limit: 1 }];
		case 'must-not':
			return [{ terms: among([demand.unitId]), at: 'most', limit: 0 }];
		case 'apart':
			return coverByCliques([...known], around).map((clique) => ({
				terms: ones(clique),
				at: 'most' as const,
				limit: 1
			}));
		case 'together':
			return units.map(({ unitId }) => ({
				terms: [{ unitId, factor: -1 }, ...ones(around(unitId))],
				at: 'least',
				limit: 0
			}));
		case 'set-least':
			return [{ terms: among(demand.unitIds), at: 'least', limit: demand.least }];
		case 'set-most':
			return [{ terms: among(demand.unitIds), at: 'most', limit: demand.most }];
		case 'each-group-most':
			return groups().map((group) => ({
				terms: inGroup(group),
				at: 'most' as const,
				limit: demand.most
			}));
	}
}

/**
 * Sets of units that all border on each other, such that each pair of neighbours is in one of them. At most
 * one of each set says the same as at most one of each pair, in fewer rows that bind the solver tighter.
 */
function coverByCliques(
	ids: readonly number[],
	around: (id: number) => readonly number[]
): number[][] {
	const neighbours = new Map(ids.map((id) => [id, new Set(around(id))]));
	const covered = new Set<string>();
	const cliques: number[][] = [];
	for (const one of ids) {
		for (const other of neighbours.get(one)!) {
			if (other < one || covered.has(`${one} ${other}`)) continue;
			const clique = [one, other];
			for (const third of neighbours.get(one)!) {
				if (clique.every((each) => each !== third && neighbours.get(each)!.has(third))) {
					clique.push(third);
				}
			}
			clique.sort((a, b) => a - b);
			clique.forEach((a, at) => clique.slice(at + 1).forEach((b) => covered.add(`${a} ${b}`)));
			cliques.push(clique);
		}
	}
	return cliques;
}

/** Whether a set of units keeps to a demand. */
export function keepsTo(
	chosen: ReadonlySet<number>,
	demand: Demand,
	problem: Omit<ChoiceProblem, 'demands'>
): boolean {
	return demandRows(demand, problem).every(({ terms, at, limit }) => {
		const sum = terms.reduce(
			(total, { unitId, factor }) => total + (chosen.has(unitId) ? factor : 0),
			0
		);
		// Costs may have decimals that add up with a rest.
		return at === 'least' ? sum >= limit - 1e-6 : sum <= limit + 1e-6;
	});
}
