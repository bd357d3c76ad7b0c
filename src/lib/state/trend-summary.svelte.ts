import { toMonthText } from '#lib/domain/period.ts';
import { readTrendSummary, type SentTrendSummary } from '#lib/view/trend-summary-wire.ts';
import type { ProvinceState } from './province-state.svelte.ts';
import { RestingJson } from './resting-json.svelte.ts';

/** What the trends of the month in view add up to, and the province's own year; asked for once the slider rests. */
export class TrendSummaryState {
	readonly #answer: RestingJson<unknown>;
	readonly current: SentTrendSummary | undefined = $derived.by(() => {
		const { answer } = this.#answer;
		return answer === undefined ? undefined : readTrendSummary(answer);
	});

	/** Call while a component is set up. */
	constructor(province: ProvinceState) {
		this.#answer = new RestingJson(() => {
			const { frame, month, overview, track, params, leading } = province;
			if (!frame || leading === null) return undefined;
			const all = params.on === undefined ? '' : '&all=1';
			const query = `v=${overview.dataVersion}&track=${encodeURIComponent(track)}&base=${params.base}&against=${params.question}${all}`;
			return `/api/frames/${frame.from}/trend-summary/${toMonthText(month)}?${query}`;
		});
	}
}
