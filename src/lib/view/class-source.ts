import type { ClassMatrix } from '#lib/domain/class-matrix.ts';
import type { EvidenceLayer } from '#lib/domain/evidence/classes.ts';
import type { FrameUnit } from './wire.ts';

/** What matrices of a frame there are. */
export type MatrixName = 'status' | 'trend' | 'sites' | EvidenceLayer;

/** A frame's data as far as classes on the screen need it. */
export interface ClassSource {
	units: readonly FrameUnit[];
	matrices: Partial<Record<MatrixName, ClassMatrix>>;
}
