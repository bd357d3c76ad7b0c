import type { Topology } from 'topojson-specification';
import type { ProvinceState } from './province-state.svelte.ts';
import { formerFrame } from '#lib/view/former-frame.ts';
import { unitIdsOf } from '#lib/view/unit-ids.ts';
import type { FrameSummary } from '#lib/view/wire.ts';

/** Former communes in their own shapes, for painting status after a merger. */
export interface Shapes {
	topology: Topology;
	/** Ids of the units that have a shape. */
	ids: ReadonlySet<number>;
}

/** The shapes of the former communes of the view, once they are here; undefined where none are painted. */
export class FormerShapes {
	#loaded = $state.raw<{ url: string; shapes: Shapes }>();
	/** The boundaries that the former communes are taken from. */
	readonly #summary: FrameSummary | undefined;
	readonly current: Shapes | undefined = $derived.by(() => {
		const url = this.#summary?.boundariesUrl;
		return url !== undefined && this.#loaded?.url === url ? this.#loaded.shapes : undefined;
	});

	/** Call while a component is set up. */
	constructor(province: ProvinceState) {
		this.#summary = $derived(formerSummary(province));
		$effect(() => {
			const summary = this.#summary;
			if (!summary || this.#loaded?.url === summary.boundariesUrl) return;
			province.loader.boundaries(summary).then(
				(topology) => {
					const shapes = { topology, ids: unitIdsOf(topology) };
					this.#loaded = { url: summary.boundariesUrl, shapes };
				},
				// Without them merged communes are striped, as where they do not exist.
				() => undefined
			);
		});
	}
}

/** The boundaries of the former communes that are painted; undefined where none are. */
function formerSummary(province: ProvinceState): FrameSummary | undefined {
	const { data, month, params, overview } = province;
	if (!data || params.theme !== 'status' || params.shapes !== 'former') return undefined;
	return formerFrame(overview.frames, data.summary, data.units, month);
}
