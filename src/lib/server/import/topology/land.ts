import Flatbush from 'flatbush';
import type { Ring } from '#lib/domain/boundary.ts';
import { lengthM } from '#lib/domain/space/length.ts';
import type { FlatLine } from '../../db/wkb.ts';
import { EdgeIndex } from './edge-index.ts';
import { OpenBorders, type OpenBorder } from './open-borders.ts';

/** Closer than a centimetre, an edge runs along a border. */
const ALONG_DEGREES = 1e-7;

/** A commune of `staged_boundary`. */
export interface StagedUnit {
	ordinal: number;
	/** "03203 Pu Nhi" */
	name: string;
	areaM2: number;
	/** West, south, east, north. */
	box: [number, number, number, number];
}

/** All communes of a file, to be asked what lies where. */
export class Land {
	/** Stretches of borders that no neighbour shares. */
	readonly open: readonly OpenBorder[];
	readonly openEdges: EdgeIndex;
	readonly #boxes: Flatbush | undefined;
	readonly #ordinals: number[];
	/** Made for those communes that are asked for, which are few. */
	readonly #edges = new Map<number, EdgeIndex>();

	constructor(
		readonly units: ReadonlyMap<number, StagedUnit>,
		readonly borders: OpenBorders
	) {
		this.open = [...borders.list()];
		this.openEdges = new EdgeIndex(this.open);
		this.#ordinals = [...units.keys()];
		if (units.size === 0) return;
		this.#boxes = new Flatbush(units.size);
		for (const { box } of units.values()) this.#boxes.add(...box);
		this.#boxes.finish();
	}

	/** The communes that a point lies in, by number. */
	claimantsAt(x: number, y: number): number[] {
		return this.near([x, y, x, y])
			.filter((ordinal) => this.#edgesOf(ordinal).depthAt(x, y) > 0)
			.sort((a, b) => a - b);
	}

	/** The communes whose boxes meet a box. */
	near(box: readonly [number, number, number, number]): number[] {
		return this.#boxes?.search(...box).map((at) => this.#ordinals[at]!) ?? [];
	}

	/** The communes along whose borders an area's rings run, the longest stretch first. */
	sidesOf(rings: readonly Ring[]): number[] {
		const lengths = new Map<number, number>();
		for (const ring of rings) {
			for (let at = 1; at < ring.length; at++) {
				const [[x1, y1], [x2, y2]] = [ring[at - 1]!, ring[at]!];
				const beside = new Set(
					this.openEdges
						.near((x1 + x2) / 2, (y1 + y2) / 2, ALONG_DEGREES)
						.map((edge) => this.openEdges.ordinalOf(edge))
				);
				const length = lengthM(x1, y1, x2, y2);
				for (const unit of beside) lengths.set(unit, (lengths.get(unit) ?? 0) + length);
			}
		}
		return [...lengths].sort(([a, one], [b, other]) => other - one || a - b).map(([unit]) => unit);
	}

	/** Borders that communes share and that run through one of some areas' boxes. */
	*sharedBordersIn(areas: readonly { rings: readonly Ring[] }[]): Generator<FlatLine> {
		if (areas.length === 0) return;
		const index = new Flatbush(areas.length);
		const units = new Set<number>();
		for (const { rings } of areas) {
			const box = boxOf(rings);
			index.add(...box);
			for (const unit of this.near(box)) units.add(unit);
		}
		index.finish();
		const meets = (x1: number, y1: number, x2: number, y2: number) =>
			index.search(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)).length >
			0;
		for (const unit of units) {
			for (const { line } of this.borders.listShared(unit, meets)) yield line;
		}
	}

	#edgesOf(ordinal: number): EdgeIndex {
		const known = this.#edges.get(ordinal);
		if (known) return known;
		const edges = new EdgeIndex(this.borders.listRings(ordinal));
		this.#edges.set(ordinal, edges);
		return edges;
	}
}

function boxOf(rings: readonly Ring[]): [number, number, number, number] {
	const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of rings[0] ?? []) {
		box[0] = Math.min(box[0], x);
		box[1] = Math.min(box[1], y);
		box[2] = Math.max(box[2], x);
		box[3] = Math.max(box[3], y);
	}
	return box;
}
