import { middleOf, type Position } from '#lib/domain/place.ts';
import type { KnownCommune, KnownCommunes } from './known-communes.ts';
import type { Extent } from './parse-boundary.ts';
import { centreOf, type ExpectedPoint, type StagedShape } from './staged-shapes.ts';

/** What places are checked with. */
export interface PlaceCheck {
	known: KnownCommunes;
	/** The known commune that a code means; undefined for all codes of a made-up province. */
	own: (code: string) => KnownCommune | undefined;
	/** Of the coordinates as the file has them. */
	extent: Extent;
	shapes: readonly StagedShape[];
	/** Points of the known communes of the file's provinces. */
	points: readonly ExpectedPoint[];
}

/** A unit that lies elsewhere than it should. */
export interface Misplaced {
	shape: StagedShape;
	is: Position;
	expected: Position;
	km: number;
	/** By what is known of the very unit, not of another period of it: it is surely wrong. */
	surely: boolean;
}

/** A place as problems keep it. */
export function toPair([lon, lat]: Position): [number, number] {
	return [lon, lat];
}

/** The middle of the units of a check. */
export function middleOfShapes(shapes: readonly StagedShape[]): Position | undefined {
	return middleOf(shapes.map(centreOf));
}
