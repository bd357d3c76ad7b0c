import { createContext } from 'svelte';
import { arcsAt, countByUnit, spreadAt, type SpreadArc } from '#lib/domain/models/spread-at.ts';
import { findSource, typeSince } from '#lib/domain/models/spread-source.ts';
import { monthEnd } from '#lib/domain/period.ts';
import { fullName } from '#lib/domain/unit.ts';
import { localName } from '#lib/view/local-name.ts';
import { readFrameSites, type FrameSites } from '#lib/view/site-wire.ts';
import { sourceCardText, type SourceCardText } from '#lib/view/spread/source-card.ts';
import { unitsNoun } from '#lib/view/units-noun.ts';
import type { ProvinceState } from './province-state.svelte.ts';
import { RestingJson } from './resting-json.svelte.ts';

/** Model sites of the boundaries in view, and what they come to at the end of the month in view. */
export class SpreadState {
	readonly #answer: RestingJson<unknown>;
	readonly #province: ProvinceState;
	/** Whether sites stand on the map. */
	readonly shown: boolean;
	readonly sites: FrameSites | undefined;

	/** Call while a component is set up. */
	constructor(province: ProvinceState) {
		this.#province = province;
		this.shown = $derived(
			(province.params.theme === 'sites' && !province.params.perPeople) ||
				(province.params.theme === 'summary' && province.params.withModels)
		);
		this.#answer = new RestingJson(() => {
			if (province.params.theme !== 'sites' && !this.shown) return undefined;
			const { data, overview } = province;
			return data && `/api/frames/${data.summary.from}/sites?v=${overview.dataVersion}`;
		});
		// While the next boundaries' sites are loading there are none.
		this.sites = $derived.by(() => {
			const { answer } = this.#answer;
			return answer === undefined ? undefined : readFrameSites(answer);
		});
	}

	/** The last day of the month in view. */
	readonly day = $derived.by(() => monthEnd(this.#province.month, this.#province.calendar));
	/** Sums of all types, and each type; undefined before the sites are here. */
	readonly spread = $derived.by(() => this.sites && spreadAt(this.sites.sites, this.day));
	/** Types with their names, those with most sites first. */
	readonly rows = $derived.by(() => {
		const { sites, spread } = this;
		if (!sites || !spread) return [];
		return spread.types
			.map((each) => {
				const type = sites.types.find(({ code }) => code === each.code);
				return { ...each, name: type ? localName(type) : each.code };
			})
			.sort((a, b) => b.sites - a.sites);
	});
	/** Active sites of the chosen type, or of all, by commune. */
	readonly counts: ReadonlyMap<number, number> = $derived.by(() =>
		countByUnit(this.sites?.sites ?? [], this.day, this.#province.params.model)
	);
	/** Who copied from whom, of the chosen type or commune; none of all at once. */
	readonly arcs: readonly SpreadArc[] = $derived.by(() => {
		const { params, selected } = this.#province;
		if (!this.sites || !params.arcs) return [];
		return arcsAt(this.sites.sites, this.day, this.#choice(params.model, selected?.id));
	});
	/** The site that most others were copied from. */
	readonly source = $derived.by(() => {
		const { params, selected } = this.#province;
		if (!this.sites || (params.model === undefined && !selected)) return undefined;
		return findSource(this.sites.sites, this.day, this.#choice(params.model, selected?.id));
	});
	readonly card: SourceCardText | undefined = $derived.by(() => {
		const { data } = this.#province;
		if (!this.sites || !this.source || !data) return undefined;
		return sourceCardText(this.sites, this.source, {
			day: this.day,
			nameOf: (id) => {
				const unit = data.units.find((each) => each.id === id);
				return unit && fullName(unit);
			},
			units: unitsNoun(data.summary)
		});
	});
	/** The chosen type with its figures, and since when there is any of it. */
	readonly chosen = $derived.by(() => {
		const { model } = this.#province.params;
		if (model === undefined || !this.sites) return undefined;
		const row = this.rows.find(({ code }) => code === model);
		const type = this.sites.types.find(({ code }) => code === model);
		if (!type) return undefined;
		return {
			name: localName(type),
			sites: row?.sites ?? 0,
			copies: row?.copies ?? 0,
			since: typeSince(this.sites.sites, model)
		};
	});

	/** One type wherever it is; without a type the chosen commune. */
	#choice(type: string | undefined, unit: number | undefined) {
		return type === undefined ? { unit } : { type };
	}
}

export const [getSpread, setSpread] = createContext<SpreadState>();
