import { addDays, type IsoDate } from './period.ts';
import type { Unit } from './unit.ts';

/** How one unit went over into another: by which law, and with what share. */
export interface Succession {
	fromUnitId: number;
	toUnitId: number;
	/** `whole` merger, `part` transfer, or `parent-change` (only the district changed). */
	kind: 'whole' | 'part' | 'parent-change';
	/** Share of the old unit's population that went to the new one, 0 to 1. */
	populationWeight: number;
	effective: IsoDate;
	/** The resolution, such as 1661/NQ-UBTVQH15. */
	document: string | null;
}

/** A unit that gave all or part of itself to another one. */
export interface Predecessor {
	unitId: number;
	weight: number;
	succession: Succession | null;
}

/** For each unit id, what it came from; units of the first frame are not in it. */
export type Lineage = ReadonlyMap<number, readonly Predecessor[]>;

/** What lineage rests on: who a unit is, and when. */
export type LineageUnit = Pick<Unit, 'id' | 'code' | 'name' | 'level' | 'validFrom' | 'validTo'>;

/**
 * Joins the recorded mergers with the silent continuations: a unit of the same code and name that
 * begins on the day after another ends is the same unit when no law says otherwise.
 */
export function buildLineage(
	units: readonly LineageUnit[],
	successions: readonly Succession[]
): Lineage {
	const lineage = new Map<number, Predecessor[]>();
	const recorded = new Set<number>();
	for (const succession of successions) {
		recorded.add(succession.fromUnitId);
		const list = lineage.get(succession.toUnitId) ?? [];
		list.push({
			unitId: succession.fromUnitId,
			weight: succession.populationWeight,
			succession
		});
		lineage.set(succession.toUnitId, list);
	}
	const ending = new Map<string, LineageUnit>();
	for (const unit of units) {
		if (unit.validTo !== null && !recorded.has(unit.id)) {
			ending.set(continuationKey(unit, addDays(unit.validTo, 1)), unit);
		}
	}
	for (const unit of units) {
		const former = ending.get(continuationKey(unit, unit.validFrom));
		if (former && !lineage.has(unit.id)) {
			lineage.set(unit.id, [{ unitId: former.id, weight: 1, succession: null }]);
		}
	}
	return lineage;
}

function continuationKey(unit: LineageUnit, from: IsoDate): string {
	return `${unit.level} ${unit.code} ${unit.name} ${from}`;
}

/** A unit's ancestors with their weights, itself first; weights multiply along the way. */
export function listAncestors(
	lineage: Lineage,
	unitId: number
): { unitId: number; weight: number }[] {
	const found = [{ unitId, weight: 1 }];
	for (let at = 0; at < found.length; at++) {
		const current = found[at]!;
		for (const predecessor of lineage.get(current.unitId) ?? []) {
			found.push({ unitId: predecessor.unitId, weight: current.weight * predecessor.weight });
		}
	}
	return found;
}

/** Whether the unit is the plain continuation of one unit: same people, same record. */
export function findContinuation(lineage: Lineage, unitId: number): number | undefined {
	const predecessors = lineage.get(unitId);
	const only = predecessors?.length === 1 ? predecessors[0] : undefined;
	if (!only || only.weight !== 1) return undefined;
	const kind = only.succession?.kind;
	return kind === undefined || kind === 'parent-change' ? only.unitId : undefined;
}

/**
 * What became of units on other boundaries, be they later or earlier: those that hold more than half of one,
 * or the one that holds most of it; going back, the units that it mostly came from.
 *
 * @param from ids of units that were valid together
 * @param to ids of units that were valid together, at another time or the same
 * @returns an entry for each unit of `from`; empty where nothing of it is known there
 */
export function matchUnits(
	lineage: Lineage,
	from: readonly number[],
	to: readonly number[]
): Map<number, number[]> {
	const matches = new Map(from.map((id) => [id, [] as { unitId: number; weight: number }[]]));
	const targets = new Set(to);
	for (const unitId of to) {
		for (const ancestor of listAncestors(lineage, unitId)) {
			matches.get(ancestor.unitId)?.push({ unitId, weight: ancestor.weight });
		}
	}
	for (const unitId of from) {
		if (matches.get(unitId)!.length > 0) continue;
		const ancestors = listAncestors(lineage, unitId).filter((each) => targets.has(each.unitId));
		matches.set(unitId, ancestors);
	}
	return new Map(
		[...matches].map(([id, found]) => {
			const main = found.filter(({ weight }) => weight > MOST);
			const largest = found.toSorted((a, b) => b.weight - a.weight).slice(0, 1);
			return [id, (main.length > 0 ? main : largest).map(({ unitId }) => unitId)];
		})
	);
}

/** More than this share is most of a unit. */
const MOST = 0.5;

/** The documents by which units came about on the day on which their boundaries began, in order. */
export function frameDocuments(
	lineage: Lineage,
	frame: { from: IsoDate; unitIds: readonly number[] }
): string[] {
	const documents = frame.unitIds.flatMap((id) =>
		(lineage.get(id) ?? []).flatMap(({ succession }) =>
			succession?.effective === frame.from && succession.document !== null
				? [succession.document]
				: []
		)
	);
	return [...new Set(documents)].sort();
}
