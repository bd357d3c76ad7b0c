import { siteCountMatrix, statusMatrix } from '#lib/domain/frame-matrices.ts';
import type { MatrixScope } from '#lib/domain/reading.ts';
import type { ClassMatrix } from '#lib/domain/class-matrix.ts';
import type { History } from '#lib/domain/history.ts';
import { headlineSeries, type HeadlineSeries } from '#lib/domain/headline.ts';
import type { IndicatorRules } from '#lib/domain/indicator.ts';
import type { LoadedSource } from '#lib/domain/loaded-source.ts';
import { monthOf, type Month, type Scheme } from '#lib/domain/period.ts';
import type { StoredSetup } from '#lib/domain/setup/setup.ts';
import { historyOfTrack, type TrackHistory } from '#lib/domain/track-history.ts';
import { vietnamDate } from '#lib/domain/today.ts';
import type { Frame } from '#lib/domain/unit.ts';
import type { Queryable } from './db/database.ts';
import { localEvidence, type EvidenceService } from './evidence/evidence-service.ts';
import { listIndicators, listTracks, type Track } from './queries/catalogue.ts';
import { getDataState, listSources, type DataState } from './queries/data-state.ts';
import { loadHistory } from './queries/load-history.ts';
import { getSetup } from './queries/setup.ts';

/** The month of a calendar that is now in Vietnam: the end of the timeline. */
export function currentMonth(calendar: Scheme): Month {
	return monthOf(vietnamDate(new Date()), calendar);
}

/** The province at one version of its data, with what was computed from it. */
export class Province {
	readonly #computed = new Map<string, unknown>();

	private constructor(
		readonly state: DataState,
		readonly history: History,
		readonly tracks: Track[],
		readonly indicators: IndicatorRules[],
		readonly sources: LoadedSource[],
		/** Computes what takes long. */
		readonly evidence: EvidenceService
	) {}

	static async load(db: Queryable, state: DataState): Promise<Province> {
		const history = await loadHistory(db);
		return new Province(
			state,
			history,
			await listTracks(db),
			await listIndicators(db),
			await listSources(db),
			openDesk(history)
		);
	}

	/** The history with the counts that a track is judged by. */
	historyOf(track: string): TrackHistory {
		return historyOfTrack(this.history, track);
	}

	/** The indicator that a track is judged by; undefined for a track without one. */
	leadingIndicator(track: string): IndicatorRules | undefined {
		const code = this.history.leading.get(track);
		return this.indicators.find((indicator) => indicator.code === code);
	}

	headlines(track: string, last: Month): HeadlineSeries {
		return this.once(`headlines ${track} ${last}`, () => headlineSeries(this.history, track, last));
	}

	statusMatrix(scope: MatrixScope, track: string): ClassMatrix {
		return this.once(`status ${keyOf(scope)} ${track}`, () =>
			statusMatrix(this.history, scope, track)
		);
	}

	siteCountMatrix(scope: MatrixScope): ClassMatrix {
		return this.once(`sites ${keyOf(scope)}`, () => siteCountMatrix(this.history, scope));
	}

	/** Computes something once for this version of the data; a failure is not kept. */
	once<T>(key: string, compute: () => T): T {
		if (!this.#computed.has(key)) {
			const computed = compute();
			this.#computed.set(key, computed);
			if (computed instanceof Promise) computed.catch(() => this.#computed.delete(key));
		}
		return this.#computed.get(key) as T;
	}
}

function keyOf({ frame, last, all }: MatrixScope): string {
	return `${frame.from} ${last} ${all}`;
}

let openDesk: (history: History) => EvidenceService = localEvidence;

/** Sets where evidence is computed, from the next version of the data on; by default in this thread. */
export function computeEvidenceAt(open: (history: History) => EvidenceService): void {
	openDesk = open;
}

let held: DataState | undefined;

/** Answers from now on with the state as it is, without asking the database. */
export async function holdDataState(db: Queryable): Promise<void> {
	held = await getDataState(db);
	// What pages need most is read before the database is busy.
	await getProvinceSetup(db, await getProvince(db));
}

export function releaseDataState(): void {
	held = undefined;
}

/** The state that is answered with while the database is busy; undefined while it may be asked. */
export function heldDataState(): DataState | undefined {
	return held;
}

/** Answers with a state that the server's own thread holds, or asks the database again. */
export function holdState(state: DataState | undefined): void {
	held = state;
}

/** What the database is at; while a task has it, what it was at before. */
export async function currentDataState(db: Queryable): Promise<DataState> {
	return held ?? getDataState(db);
}

let latest: { version: number; province: Promise<Province> } | undefined;

/** The province as it is now; loaded again only when the data changed. */
export async function getProvince(db: Queryable): Promise<Province> {
	const state = await currentDataState(db);
	if (latest?.version !== state.dataVersion) {
		const loading = { version: state.dataVersion, province: Province.load(db, state) };
		latest = loading;
		loading.province.catch(() => {
			if (latest === loading) latest = undefined;
		});
	}
	return latest.province;
}

/** The set-up at a province's version of the data. */
export function getProvinceSetup(db: Queryable, province: Province): Promise<StoredSetup> {
	return province.once('setup', () => getSetup(db));
}

/** The code of the track to show: the one asked for, else the first that has events; empty while there is none. */
export function chooseTrack(province: Province, asked: string | null): string {
	const known = province.tracks.find((track) => track.code === asked) ?? province.tracks[0];
	return known?.code ?? '';
}

/** A frame by its first day; undefined when boundaries changed meanwhile. */
export function findFrameFrom(province: Province, from: string): Frame | undefined {
	return province.history.frames.find((frame) => frame.from === from);
}
