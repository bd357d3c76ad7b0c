import type { Problem } from './problem.ts';
import type { Repair, RepairedUnit } from './repair.ts';

/**
 * Two or more communes that overlap, a hole between them, or a border that two draw along the same line
 * with different corners.
 */
export interface TopologyFault {
	kind: 'overlap' | 'gap' | 'unmatched';
	/** "03203 Pu Nhi": for a gap, the communes around it. */
	units: string[];
	/** 0 for an unmatched border. */
	areaM2: number;
	/** Of an unmatched border. */
	lengthM?: number;
	/** Long and thin: a line that was drawn twice. */
	sliver?: boolean;
	/** Share of the smallest commune concerned. */
	shareOfSmallest: number;
	/** Where the same communes overlap in several places: the share of all of these together. */
	shareTogether?: number;
	position: [number, number];
}

/** Up to this share of the smaller commune an overlap or a gap is a warning. */
const TOLERATED_SHARE = 0.001;

/** Whether a fault is small enough, or of a kind, that a file is loaded with it. */
export function isTolerated({ shareOfSmallest, shareTogether }: TopologyFault): boolean {
	return (shareTogether ?? shareOfSmallest) <= TOLERATED_SHARE;
}

/** A reference system that coordinates may be of, and where the data would lie then. */
export interface CrsCandidate {
	/** EPSG:9205 */
	code: string;
	/** VN-2000 / TM-3 103-00 */
	name: string;
	/** Middle of the data, longitude and latitude. */
	position: [number, number];
	/** Distance to the middle of the units that are loaded; null while none are. */
	distanceKm: number | null;
}

/** What became of one file; kept with its source. */
export interface ImportReport {
	file: string;
	subject: string;
	sha256: string;
	bytes: number;
	outcome: 'loaded' | 'refused' | 'would-load';
	read: number;
	written: number;
	/** Of those written: figures that replaced another value. */
	corrected?: number;
	/** Figures that were recorded alike already. */
	unchanged?: number;
	/** The first of them; `problemCounts` has them all. */
	problems: Problem[];
	problemCounts: { errors: number; warnings: number };
	/** Overlaps and gaps that are there, and those that a repair found. */
	topology?: {
		accepted: boolean;
		faults: TopologyFault[];
		before?: TopologyFault[];
		/** Invalid shapes that could not be mended, so that their borders were not compared. */
		notCompared?: string[];
	};
	/** What a repair changed, place by place. */
	repair?: Repair;
	/** Communes whose area a repair changed: the sums of `repair`. */
	repaired?: RepairedUnit[];
	/** Where the file does not name its reference system: the likely ones, the likeliest first. */
	crsCandidates?: CrsCandidate[];
	/** Milliseconds of each step. */
	timings: Record<string, number>;
	sourceId?: number;
}
