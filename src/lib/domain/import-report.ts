import type { Problem } from './problem.ts';

/** Two or more communes that overlap, or a hole between them. */
export interface TopologyFault {
	kind: 'overlap' | 'gap';
	/** "03203 Pu Nhi": for a gap, the communes around it. */
	units: string[];
	areaM2: number;
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
	topology?: { accepted: boolean; faults: TopologyFault[] };
	repaired?: RepairedUnit[];
	/** Milliseconds of each step. */
	timings: Record<string, number>;
	sourceId?: number;
}
