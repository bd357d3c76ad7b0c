import type { Unit } from '#lib/domain/unit.ts';
import type { LineageStep } from './wire.ts';

/** A unit in a drawing of a lineage. */
export interface LineageNode {
	unit: Unit;
	/** Column from the left (the oldest), and row from the top. */
	column: number;
	row: number;
}

/** A unit that went into another one. */
export interface LineageEdge {
	from: LineageNode;
	to: LineageNode;
	document: string | null;
	/** Share that went over, where it is not the whole. */
	weight: number | null;
}

export interface LineageDrawing {
	columns: number;
	rows: number;
	nodes: LineageNode[];
	edges: LineageEdge[];
}

/** Lays out a unit's lineage: periods from left to right, units of a period one below the other. */
export function drawLineage(
	unit: Unit,
	formers: readonly LineageStep[],
	successors: readonly LineageStep[]
): LineageDrawing {
	const units = new Map<number, Unit>([[unit.id, unit]]);
	for (const step of [...formers, ...successors]) units.set(step.unit.id, step.unit);
	const periods = [...new Set([...units.values()].map(({ validFrom }) => validFrom))].sort();
	const filled = periods.map(() => 0);
	const nodes = new Map<number, LineageNode>();
	for (const each of units.values()) {
		const column = periods.indexOf(each.validFrom);
		nodes.set(each.id, { unit: each, column, row: filled[column]!++ });
	}
	const rows = Math.max(...filled);
	// Columns with few units stand in the middle of those with many.
	for (const node of nodes.values()) node.row += (rows - filled[node.column]!) / 2;
	const edge = (fromId: number, toId: number, step: LineageStep): LineageEdge[] => {
		const [from, to] = [nodes.get(fromId), nodes.get(toId)];
		if (!from || !to) return [];
		const weight = step.weight === null || step.weight === 1 ? null : step.weight;
		return [{ from, to, document: step.document, weight }];
	};
	return {
		columns: periods.length,
		rows,
		nodes: [...nodes.values()],
		edges: [
			...formers.flatMap((step) => edge(step.unit.id, step.otherId, step)),
			...successors.flatMap((step) => edge(step.otherId, step.unit.id, step))
		]
	};
}
