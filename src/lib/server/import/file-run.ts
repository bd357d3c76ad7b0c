import { sql } from 'drizzle-orm';
import type { CrsCandidate, ImportReport, TopologyFault } from '#lib/domain/import-report.ts';
import type { Scheme } from '#lib/domain/period.ts';
import type { Repair, RepairedUnit } from '#lib/domain/repair.ts';
import { rowsOf, type Queryable } from '../db/database.ts';
import type { PreviewShape } from './boundaries/list-shapes.ts';
import { ProblemList } from './problem-list.ts';
import type { RowPeriods } from './subjects/indicators/row-periods.ts';
import type { Table } from './tables/table.ts';

/** What a person looks at before loading. */
export interface Preview {
	before?: PreviewShape[];
	after?: PreviewShape[];
	tables?: Table[];
	/** Periods that the figures of each row were taken to be of. */
	periods?: RowPeriods;
}

/** One file being imported: its transaction, its source, and what was found. */
export class FileRun {
	read = 0;
	written = 0;
	/** Figures that replaced another value, and those that stood there alike already. */
	corrected = 0;
	unchanged = 0;
	repair: Repair | undefined;
	repaired: RepairedUnit[] | undefined;
	/** In which calendars figures were read. */
	calendars: Scheme[] | undefined;
	/** Why figures of a closed period were corrected. */
	reason: string | undefined;
	topology: ImportReport['topology'];
	/** What a repair found. */
	faultsBefore: TopologyFault[] | undefined;
	/** Reference systems that the coordinates may be of, where the file does not say. */
	crsCandidates: CrsCandidate[] | undefined;
	/** Receives the data of a preview; undefined without a preview. */
	keepPreview: ((part: Preview) => void) | undefined;
	/** Receives the current step, and the share that is done if known. */
	onProgress: ((step: string, share?: number) => void) | undefined;
	#sha256 = '';
	#bytes = 0;
	readonly #timings: Record<string, number> = {};

	constructor(
		readonly tx: Queryable,
		readonly file: string,
		readonly subject: string,
		readonly sourceId: number,
		readonly problems: ProblemList = new ProblemList(file)
	) {}

	/** The same file in a transaction inside this one; what it finds is noted here. */
	within(inner: Queryable): FileRun {
		const run = new FileRun(inner, this.file, this.subject, this.sourceId, this.problems);
		run.keepPreview = this.keepPreview;
		run.onProgress = this.onProgress;
		return run;
	}

	/** Records what the file is, once it has been read through. */
	identify(sha256: string, bytes: number): void {
		this.#sha256 = sha256;
		this.#bytes = bytes;
	}

	/** The same bytes for the same subject were loaded before: say so and stop. */
	async refuseWhenLoadedBefore(): Promise<void> {
		const [before] = await rowsOf<{ id: number; at: string }>(
			this.tx,
			sql`select id, to_char(imported_at, 'YYYY-MM-DD') as at from source
				where sha256 = ${this.#sha256} and subject = ${this.subject} limit 1`
		);
		if (before) {
			this.problems.stop('already-loaded', { detail: { source: before.id, date: before.at } });
		}
	}

	/** Runs a step and notes how long it took. */
	async time<T>(step: string, work: () => Promise<T>): Promise<T> {
		this.onProgress?.(step);
		const start = performance.now();
		try {
			return await work();
		} finally {
			this.#timings[step] = Math.round(performance.now() - start);
		}
	}

	/** Notes a step that was done before the run began. */
	noteTime(step: string, milliseconds: number): void {
		this.#timings[step] = milliseconds;
	}

	report(outcome: ImportReport['outcome']): ImportReport {
		return {
			file: this.file,
			subject: this.subject,
			sha256: this.#sha256,
			bytes: this.#bytes,
			outcome,
			read: this.read,
			written: outcome === 'refused' ? 0 : this.written,
			...(this.corrected > 0 ? { corrected: this.corrected } : {}),
			...(this.calendars ? { calendars: this.calendars } : {}),
			...(this.unchanged > 0 ? { unchanged: this.unchanged } : {}),
			problems: this.problems.listed,
			problemCounts: { ...this.problems.counts },
			...(this.topology ? { topology: this.topology } : {}),
			...(this.repair ? { repair: this.repair } : {}),
			...(this.repaired ? { repaired: this.repaired } : {}),
			...(this.crsCandidates ? { crsCandidates: this.crsCandidates } : {}),
			timings: this.#timings,
			...(outcome === 'loaded' ? { sourceId: this.sourceId } : {})
		};
	}
}
