import { createContext } from 'svelte';
import { isEvidenceLayer, type EvidenceLayer } from '#lib/domain/evidence/classes.ts';
import type { Month } from '#lib/domain/period.ts';
import { findFrameOn } from '#lib/domain/unit.ts';
import type { FrameSummary, FrameUnit, Overview } from '#lib/view/wire.ts';
import { fillMatrix, type MatrixName } from '#lib/view/frame-view.ts';
import { FrameLoader, type FrameData, type FrameRequest } from './frame-data.ts';
import { fetchJson, RequestFailed } from './fetch-json.ts';
import { figuresUrl } from './figures-url.ts';
import type { ViewParams } from '#lib/view/view-params.ts';

/** Status is always there, because a selected commune's panel begins with it. */
function neededFor(params: ViewParams, everything: boolean): readonly MatrixName[] {
	const filled = fillMatrix(params);
	if (everything || params.theme === 'summary')
		return ALL.includes(filled) ? ALL : [...ALL, filled];
	return filled === 'status' ? ['status'] : ['status', filled];
}
const ALL: readonly MatrixName[] = ['status', 'trend', 'sites'];

/**
 * The province on the screen: what was asked for (`params`, mirrored in the URL), what the server said
 * (`overview`), and the data of the frame that holds at the chosen month.
 */
export class ProvinceState {
	overview = $state.raw() as Overview;
	params = $state.raw() as ViewParams;
	/** Data of the frame in view; undefined while the first is loading. */
	data = $state.raw<FrameData>();
	/** Why there is no data: the server is away (0 or 503), or something else. */
	failure = $state.raw<RequestFailed>();
	/** Share of a layer's months that are here, while the others are computed. */
	progress = $state<number>();
	/** The commune that was selected before the boundaries changed, and those that it may go on as. */
	choices = $state.raw<{ of: FrameUnit; options: readonly { code: string; name: string }[] }>();
	/** The table needs every theme's data; the map only its own. */
	wantsAll = $state(false);
	readonly loader = new FrameLoader();

	readonly firstMonth = $derived(this.overview.firstMonth);
	readonly lastMonth = $derived(this.overview.lastMonth);
	/** The last month that anybody reported, on the timeline: where playing ends. */
	readonly lastReported = $derived(
		Math.min(this.lastMonth, this.overview.lastReported ?? this.lastMonth)
	);
	/** First and last month of the timeline. */
	readonly timeline = $derived({ first: this.firstMonth, last: this.lastMonth });
	readonly calendar = $derived(this.overview.calendar);
	/** The month in view: the one asked for, else the latest that was reported. */
	readonly month: Month = $derived(
		Math.min(
			this.lastMonth,
			Math.max(this.firstMonth, this.params.month ?? this.overview.lastReported ?? this.lastMonth)
		)
	);
	/** The boundaries of the month; in the other reading those of the chosen date, whatever the month. */
	readonly frame: FrameSummary | undefined = $derived(
		this.params.on === undefined
			? this.overview.frames.find(
					({ months }) => months.from <= this.month && this.month <= months.to
				)
			: findFrameOn(this.overview.frames, this.params.on)
	);
	readonly track = $derived(this.params.track ?? this.overview.track);
	/** The indicator that the track is judged by; null for one without a trend. */
	readonly leading = $derived(
		this.overview.tracks.find(({ code }) => code === this.track)?.leading ?? null
	);
	/** First day of the frame in which the selected code is meant: elsewhere it may be another commune's. */
	#meantIn = $state.raw<string>();
	/** The selected commune, in the frame whose data is here. */
	readonly selected: FrameUnit | undefined = $derived(
		this.params.unit === undefined || this.data?.summary.from !== this.#meantIn
			? undefined
			: this.data?.units.find((unit) => unit.code === this.params.unit)
	);
	/** The marked communes, in the frame whose data is here. */
	readonly picked: readonly FrameUnit[] = $derived.by(() => {
		const codes = this.params.picked;
		if (codes.length === 0 || this.data?.summary.from !== this.#meantIn) return [];
		return this.data?.units.filter((unit) => codes.includes(unit.code)) ?? [];
	});
	/** Whether the month lies after the last one that the boundaries in view can show. */
	readonly unavailable = $derived(
		this.params.on !== undefined &&
			this.frame !== undefined &&
			this.frame.to !== null &&
			this.month > this.frame.months.to
	);
	/** Whether `data` is of the frame, and holds what the theme needs. */
	readonly ready = $derived(this.data !== undefined && this.data.summary.from === this.frame?.from);

	/** How often was asked: answers to what was asked before are too late. */
	#loads = 0;

	constructor(overview: Overview, params: ViewParams) {
		this.overview = overview;
		this.params = params;
		this.#meantIn = this.frame?.from;
	}

	/** Takes over the view that an address describes: its commune is meant at its own month. */
	adopt(params: ViewParams): void {
		this.params = params;
		this.#meantIn = this.frame?.from;
	}

	/** Changes the view; the URL follows. */
	set(change: Partial<ViewParams>): void {
		const chosen = 'unit' in change && !('chosenAs' in change) ? { chosenAs: undefined } : {};
		this.params = { ...this.params, ...change, ...chosen };
		if ('unit' in change) this.choices = undefined;
		if (change.unit !== undefined || change.picked !== undefined)
			this.#meantIn = this.data?.summary.from;
	}

	/**
	 * Goes to a month on other boundaries with the commune that is meant there.
	 *
	 * @param code of the commune there
	 * @param chosenAs code of the one that is selected here
	 */
	followTo(code: string, chosenAs: string, month: Month): void {
		this.params = { ...this.params, unit: code, chosenAs, month };
		this.choices = undefined;
		this.#meantIn = this.frame?.from;
	}

	/**
	 * Marks communes, by id.
	 *
	 * @param beside beside those that are marked, not instead; one that is marked is let go then
	 */
	pick(unitIds: readonly number[], beside: boolean): void {
		const before = beside ? this.picked.map(({ id }) => id) : [];
		const letsGo = unitIds.length === 1 && before.includes(unitIds[0]!);
		const wanted = letsGo ? before.filter((id) => !unitIds.includes(id)) : [...before, ...unitIds];
		const units = this.data?.units.filter(({ id }) => wanted.includes(id)) ?? [];
		this.set({ picked: units.map(({ code }) => code) });
	}

	/** Fetches what the frame and theme in view need, then what a step away would. */
	async load(): Promise<void> {
		const { frame, params } = this;
		if (!frame) return;
		const needed = neededFor(params, this.wantsAll);
		const names = needed.filter((name) => !isEvidenceLayer(name));
		const layer = needed.find(isEvidenceLayer);
		const load = ++this.#loads;
		// The map asks for them when it is there; by then they are loading.
		this.loader.boundaries(frame).catch(() => undefined);
		try {
			const request = this.#request(frame);
			const data = await this.loader.load(request, names);
			if (this.frame !== frame) return;
			if (layer) await this.#showLayer(load, request, data, layer);
			else this.#show(data);
			if (load !== this.#loads) return;
			this.progress = undefined;
			this.failure = undefined;
		} catch (error) {
			this.fail(error);
			return;
		}
		if (params.on !== undefined) return;
		for (const other of this.overview.frames) {
			if (other === frame) continue;
			await this.loader.load(this.#request(other), names).catch(() => undefined);
			// So that a selected commune can be handed over without the server.
			if (params.unit !== undefined) {
				await this.loader.heirs(frame, other).catch(() => undefined);
				await this.loader.heirs(other, frame).catch(() => undefined);
			}
		}
	}

	/**
	 * Fetches what views show on all boundaries, so that they, and the timeline between them, can be shown
	 * without the server.
	 *
	 * @throws RequestFailed
	 */
	async prefetch(views: readonly ViewParams[], onshare: (share: number) => void): Promise<void> {
		const tasks = views.flatMap((params) =>
			this.overview.frames.map((summary) => ({ params, summary }))
		);
		for (const [at, { params, summary }] of tasks.entries()) {
			const needed = neededFor(params, false);
			const request = {
				...this.#request(summary),
				track: params.track ?? this.overview.track,
				base: params.base,
				question: params.question,
				all: params.on !== undefined
			};
			await this.loader.boundaries(summary);
			const names = needed.filter((name) => !isEvidenceLayer(name));
			const { units } = await this.loader.load(request, names);
			const layer = needed.find(isEvidenceLayer);
			if (layer) {
				const ids = units.map(({ id }) => id);
				const parts = this.loader.layer(request, layer, ids, () => summary.months.to);
				for await (const { share } of parts) onshare((at + share) / tasks.length);
			}
			onshare((at + 1) / tasks.length);
		}
		for (const params of views) {
			if (params.plots.length === 0) continue;
			const { frame, month } = this.#placeOf(params);
			if (!frame) continue;
			await this.#fetchFigures(params, frame, month);
			if (params.plots.includes('years')) await this.#fetchYears(params, frame);
		}
	}

	/** Communes on the boundaries of a frame, whatever is in view. @throws RequestFailed */
	async unitsOf(summary: FrameSummary): Promise<readonly FrameUnit[]> {
		const { dataVersion, track } = this.overview;
		const asked = {
			summary,
			dataVersion,
			track,
			base: 'same-period',
			question: 'own',
			all: false
		} as const;
		const request = { ...asked, ...this.timeline };
		return (await this.loader.load(request, [])).units;
	}

	/** A view's month, and the boundaries that it is seen on. */
	#placeOf({ month: asked, on }: ViewParams): { frame: FrameSummary | undefined; month: Month } {
		const { overview, lastMonth } = this;
		const month = Math.min(lastMonth, asked ?? overview.lastReported ?? lastMonth);
		const frame =
			on === undefined
				? overview.frames.find(({ months }) => months.from <= month && month <= months.to)
				: findFrameOn(overview.frames, on);
		return { frame, month };
	}

	/** The browser keeps them: charts that ask again are answered without the server. */
	async #fetchFigures(params: ViewParams, frame: FrameSummary, month: Month): Promise<void> {
		const { dataVersion } = this.overview;
		const track = params.track ?? this.overview.track;
		const { base, question, on } = params;
		const asked = { frame, month, dataVersion, track, base, question };
		await fetchJson(figuresUrl({ ...asked, all: on !== undefined }));
	}

	/** Small maps of all years stand on the boundaries of one. */
	async #fetchYears(params: ViewParams, summary: FrameSummary): Promise<void> {
		const { overview, timeline } = this;
		const track = params.track ?? overview.track;
		const { dataVersion } = overview;
		const { base, question } = params;
		const request = { summary, dataVersion, track, base, question, all: true, ...timeline };
		const parts = this.loader.fills(request, fillMatrix(params), () => timeline.last);
		while ((await parts.next()).done !== true);
	}

	#show(data: FrameData): void {
		this.#follow(data);
		this.data = data;
	}

	/** Shows a layer as far as it is here, and more of it as it comes; until something else is asked for. */
	async #showLayer(
		load: number,
		request: FrameRequest,
		data: FrameData,
		layer: EvidenceLayer
	): Promise<void> {
		const unitIds = data.units.map(({ id }) => id);
		for await (const part of this.loader.layer(request, layer, unitIds, () => this.month)) {
			if (load !== this.#loads) return;
			this.#show({ ...data, matrices: { ...data.matrices, [layer]: part.matrix } });
			this.progress = part.share < 1 ? part.share : undefined;
		}
	}

	/** Asks anew for what has not come. */
	async retry(): Promise<void> {
		this.loader.giveUp();
		await this.refresh();
	}

	/**
	 * Asks for everything anew, after a failure. Not through the page's own load: where that fails, the page
	 * gives way to an error.
	 */
	async refresh(): Promise<void> {
		try {
			this.overview = await fetchJson<Overview>(
				`/api/overview?track=${encodeURIComponent(this.track)}`
			);
		} catch (error) {
			this.fail(error);
			return;
		}
		await this.load();
	}

	/** Says on the screen that something could not be fetched. */
	fail(error: unknown): void {
		if (!(error instanceof RequestFailed)) throw error;
		this.failure = error;
	}

	#request(summary: FrameSummary) {
		const { dataVersion } = this.overview;
		return {
			summary,
			dataVersion,
			track: this.track,
			base: this.params.base,
			question: this.params.question,
			all: this.params.on !== undefined,
			...this.timeline
		};
	}

	/**
	 * Keeps selection and marks on the same communes across a boundary change. A code may be another commune's
	 * there, so name and code must agree. A selected commune that does not go on is handed to the one that its land
	 * lies in; marks of such are let go.
	 */
	#follow(next: FrameData): void {
		const { from } = next.summary;
		if (this.#meantIn === from) return;
		const goesOn = ({ code, name }: FrameUnit) =>
			next.units.some((unit) => unit.code === code && unit.name === name);
		if (this.selected && !goesOn(this.selected)) void this.#handOver(this.selected, next);
		if (this.picked.length > 0) {
			this.set({ picked: this.picked.filter(goesOn).map(({ code }) => code) });
		}
		this.#meantIn = from;
	}

	/** Selects what a commune became, or was, on other boundaries; offers the choice where that is several. */
	async #handOver(unit: FrameUnit, next: FrameData): Promise<void> {
		const before = this.data?.summary;
		const { chosenAs } = this.params;
		this.set({ unit: undefined });
		if (!before) return;
		const heirs = await this.loader.heirs(before, next.summary).catch(() => undefined);
		const found = heirs?.[unit.code]?.heirs ?? [];
		if (this.data?.summary !== next.summary || this.params.unit !== undefined) return;
		const back =
			found.find(({ code }) => code === chosenAs) ?? (found.length === 1 ? found[0] : undefined);
		if (back) this.set({ unit: back.code, chosenAs: unit.code });
		else if (found.length > 1) this.choices = { of: unit, options: found };
	}
}

export const [getProvinceState, setProvinceState] = createContext<ProvinceState>();
