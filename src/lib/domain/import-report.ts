import type { Problem } from './problem.ts';

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
	position: [number, number];
}

/** What a repair did to one commune. */
export interface RepairedUnit {
	unit: string;
	/** Area that it lost or gained, m². */
	movedM2: number;
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
	topology?: { accepted: boolean; faults: TopologyFault[]; before?: TopologyFault[] };
	repaired?: RepairedUnit[];
	/** Where the file does not name its reference system: the likely ones, the likeliest first. */
	crsCandidates?: CrsCandidate[];
	/** Milliseconds of each step. */
	timings: Record<string, number>;
	sourceId?: number;
}
