import type { FileInspection } from '#lib/domain/file-inspection.ts';
import type { ImportReport } from '#lib/domain/import-report.ts';
import type { JobKind, JobState } from '#lib/domain/job.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** What the server sends to the data room, as JSON. */

/** Why a task failed, where a page has words of its own for it: the disk is full, it took too long, or the server ended. */
export const DISK_FULL = 'disk-full';
export const TIME_LIMIT = 'time-limit';
export const MEMORY_LIMIT = 'memory-limit';
export const RESTARTED = 'restarted';
/** Followed by who it waited for. */
export const LOADING_ELSEWHERE = 'loading-elsewhere:';

/** A running task. */
export interface Job {
	id: string;
	kind: JobKind;
	state: JobState;
	step: string;
	/** How much of the step is done, 0 to 1, where that is known. */
	share: number | null;
	result: TaskResult | null;
	failure: string | null;
}

/** What a task comes to. */
export type TaskResult =
	| { kind: 'inspect'; inspection: FileInspection; problems: Problem[] }
	| { kind: 'check' | 'load'; report: ImportReport; preview: TaskPreview };

/** What a person looks at before loading. */
export interface TaskPreview {
	shapes?: { before: PreviewFeature[]; after?: PreviewFeature[] };
	tables?: PreviewTable[];
}

export interface PreviewFeature {
	ordinal: number;
	code: string;
	name: string;
	/** GeoJSON geometry. */
	geometry: string;
}

export interface PreviewTable {
	sheet: string;
	titles: string[];
	/** `periods`: the first and the last that the row's figures were taken to be of. */
	rows: { row: number; cells: string[]; periods: Period[] }[];
	total: number;
}

/** Free space on the server's disk, in bytes; null where the system does not tell. */
export interface DiskWire {
	freeBytes: number | null;
	/** With less than this nothing is loaded. */
	neededBytes: number;
	low: boolean;
}
