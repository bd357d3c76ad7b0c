import { sql } from 'drizzle-orm';
import type { TopologyFault } from '#lib/domain/import-report.ts';
import { lengthM } from '#lib/domain/space/length.ts';
import { copyGeometries } from '../../db/copy-geometries.ts';
import { rowsOf, type Queryable } from '../../db/database.ts';
import { decodeRings } from '../../db/wkb.ts';
import { EdgeIndex } from './edge-index.ts';
import { Land, type StagedUnit } from './land.ts';
import { mendInvalid } from './mend.ts';
import { OpenBorders } from './open-borders.ts';
import { findPieces, type Piece } from './pieces.ts';
import { findUnmatchedEdges, touchesAny, type UnmatchedEdge } from './unmatched-edges.ts';

/** Smaller overlaps and gaps are noise of the coordinates' last digits; so are shorter unmatched borders. */
export const NOTICED_M2 = 1;
const NOTICED_M = 1;
/** Compactness (4πA/P²; a circle has 1) below which a piece is a sliver: over some 15 times as long as wide. */
const THIN = 0.2;

/** What the communes of `staged_boundary` do to each other. */
export interface Survey {
	land: Land;
	/** All overlaps and gaps, the smallest, too. */
	pieces: Piece[];
	/** All edges that two communes draw with different corners. */
	unmatched: UnmatchedEdge[];
	/** What of these counts: overlaps and gaps, the largest first, then borders, the longest first. */
	faults: TopologyFault[];
}

/**
 * Finds overlaps and gaps over 1 m² between the communes of `staged_boundary`, and borders that
 * neighbours draw with different corners. Invalid shapes are compared as they are when mended.
 */
export async function surveyTopology(tx: Queryable): Promise<Survey> {
	await mendInvalid(tx);
	const land = new Land(await listUnits(tx), await readBorders(tx));
	const pieces = await findPieces(tx, land);
	const noticed = pieces.filter(({ areaM2 }) => areaM2 > NOTICED_M2);
	const unmatched = findUnmatchedEdges(land.openEdges);
	const faults = [...toFaults(land, noticed), ...toUnmatchedFaults(land, noticed, unmatched)];
	return { land, pieces, unmatched, faults };
}

/** The faults alone. */
export async function findTopologyFaults(tx: Queryable): Promise<TopologyFault[]> {
	return (await surveyTopology(tx)).faults;
}

async function listUnits(tx: Queryable): Promise<Map<number, StagedUnit>> {
	const rows = await rowsOf<{
		ordinal: number;
		name: string;
		areaM2: number;
		west: number;
		south: number;
		east: number;
		north: number;
	}>(
		tx,
		sql`
		select s.ordinal, code || ' ' || name as name, area_m2 as "areaM2",
			ST_XMin(shape) as west, ST_YMin(shape) as south, ST_XMax(shape) as east, ST_YMax(shape) as north
		from staged_boundary s left join staged_mended m on m.ordinal = s.ordinal,
			lateral (select coalesce(m.geom, s.geom) as shape) compared
		where s.valid or m.ordinal is not null order by s.ordinal`
	);
	return new Map(
		rows.map(({ ordinal, name, areaM2, west, south, east, north }) => [
			ordinal,
			{ ordinal, name, areaM2, box: [west, south, east, north] }
		])
	);
}

async function readBorders(tx: Queryable): Promise<OpenBorders> {
	const borders = new OpenBorders();
	for (const [table, where] of [
		['staged_boundary', 'valid'],
		['staged_mended', 'true']
	] as const) {
		for await (const { ordinal, wkb } of copyGeometries(tx, table, where)) {
			for (const { line, hole } of decodeRings(wkb)) borders.add(ordinal, line, hole);
		}
	}
	return borders;
}

function toFaults({ units }: Land, pieces: readonly Piece[]): TopologyFault[] {
	/** Overlaps of the same communes together, m². */
	const together = new Map<string, number>();
	for (const { kind, units, areaM2 } of pieces) {
		if (kind === 'overlap') add(together, units.join(), areaM2);
	}
	const faults = pieces.map((piece): TopologyFault => {
		const { kind, areaM2, inside } = piece;
		const concerned = piece.units.map((ordinal) => units.get(ordinal)!);
		const smallest = concerned.reduce((least, { areaM2 }) => Math.min(least, areaM2), Infinity);
		const sum = together.get(piece.units.join()) ?? areaM2;
		return {
			kind,
			units: concerned.map(({ name }) => name),
			areaM2,
			...(compactness(piece) < THIN ? { sliver: true } : {}),
			shareOfSmallest: areaM2 / smallest,
			...(kind === 'overlap' && sum > areaM2 ? { shareTogether: sum / smallest } : {}),
			position: inside
		};
	});
	// Alike to a square metre, they come in the order of their communes, whatever the last digits say.
	return faults.sort(
		(a, b) =>
			Math.round(b.areaM2) - Math.round(a.areaM2) || compareTexts(a.units.join(), b.units.join())
	);
}

/** 4πA/P²; both in degrees, which is near enough. */
function compactness({ rings }: Piece): number {
	let [area, perimeter] = [0, 0];
	rings.forEach((ring, index) => {
		let own = 0;
		for (let at = 1; at < ring.length; at++) {
			const [[x1, y1], [x2, y2]] = [ring[at - 1]!, ring[at]!];
			own += ((x2 - x1) * (y1 + y2)) / 2;
			perimeter += Math.hypot(x2 - x1, y2 - y1);
		}
		area += index === 0 ? Math.abs(own) : -Math.abs(own);
	});
	return (4 * Math.PI * area) / perimeter ** 2;
}

/**
 * Borders that two communes draw with different corners, the longest first. Those that only lead up to an
 * overlap or a gap are mended with it, and not listed.
 */
function toUnmatchedFaults(
	{ units }: Land,
	pieces: readonly Piece[],
	edges: readonly UnmatchedEdge[]
): TopologyFault[] {
	const outlines = new EdgeIndex(
		pieces.flatMap(({ rings }) =>
			rings.map((ring) => ({ ordinal: 0, line: Float64Array.from(ring.flat()) }))
		)
	);
	/** One side of a border: what one commune draws. */
	const sides = new Map<string, Side>();
	for (const { ordinal, beside, line } of edges) {
		if (touchesAny(line, outlines)) continue;
		const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line;
		const length = lengthM(x1, y1, x2, y2);
		const key = `${ordinal} ${beside}`;
		const side = sides.get(key) ?? { ordinal, beside, lengthM: 0, longestM: 0, middle: [0, 0] };
		sides.set(key, side);
		side.lengthM += length;
		if (length <= side.longestM) continue;
		side.longestM = length;
		side.middle = [(x1 + x2) / 2, (y1 + y2) / 2];
	}
	const borders: Side[] = [];
	for (const side of sides.values()) {
		const other = sides.get(`${side.beside} ${side.ordinal}`);
		if (side.lengthM > NOTICED_M && (!other || isLonger(side, other))) borders.push(side);
	}
	return borders
		.sort((a, b) => b.lengthM - a.lengthM)
		.map(({ ordinal, beside, lengthM, middle }) => ({
			kind: 'unmatched',
			units: [ordinal, beside].sort((a, b) => a - b).map((each) => units.get(each)!.name),
			areaM2: 0,
			lengthM,
			shareOfSmallest: 0,
			position: middle
		}));
}

interface Side {
	ordinal: number;
	beside: number;
	lengthM: number;
	longestM: number;
	/** Of the longest edge. */
	middle: [number, number];
}

/** Whether this side of a border is the longer; of two that are alike to a decimetre, the first's. */
function isLonger(side: Side, other: Side): boolean {
	const difference = Math.round(10 * side.lengthM) - Math.round(10 * other.lengthM);
	return difference === 0 ? side.ordinal < other.ordinal : difference > 0;
}

function compareTexts(one: string, other: string): number {
	return one < other ? -1 : Number(one > other);
}

function add(sums: Map<string, number>, key: string, value: number): void {
	sums.set(key, (sums.get(key) ?? 0) + value);
}
