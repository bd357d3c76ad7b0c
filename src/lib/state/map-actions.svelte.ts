import { createContext } from 'svelte';
import { toMonthText } from '#lib/domain/period.ts';
import { toQuery, type PlotName } from '#lib/view/view-params.ts';
import type { ProvinceState } from './province-state.svelte.ts';

/** Dialogs over the map. */
export type MapDialog = 'export' | 'slide' | 'keys';

/** What a pointer does on the map, instead of choosing a commune. */
export type MapTool = 'lasso' | 'measure';

/** How actions leave the page; given by the route, because only routes know the router. */
export interface ActionRoutes {
	/** @param path without a language */
	go(path: string): void;
	/** The view as an address has it: `?t=2024-12`. */
	query(): string;
}

/** Charts that open first. */
const FIRST_PLOTS: PlotName[] = ['distribution', 'ranking'];

/** What can be done with the view of the map, from its tools, keys and the search alike. */
export class MapActions {
	dialog = $state<MapDialog>();
	tool = $state<MapTool>();

	constructor(
		readonly province: ProvinceState,
		readonly routes: ActionRoutes
	) {}

	/** Runs an action by its name in the search; unknown ones do nothing. */
	run(name: string): void {
		switch (name) {
			case 'export':
				this.dialog = 'export';
				break;
			case 'addSlide':
				this.dialog = 'slide';
				break;
			case 'keys':
				this.dialog = 'keys';
				break;
			case 'lasso':
			case 'measure':
				this.toggleTool(name);
				break;
			case 'charts':
				this.toggleCharts();
				break;
			case 'compare':
				this.routes.go(this.comparePath);
				break;
		}
	}

	/** Runs the action that an address names after its `#`: where it was asked for on another page. */
	follow({ hash }: URL): void {
		if (hash.length > 1) this.run(hash.slice(1));
	}

	/** Takes a tool up, or lays it down. */
	toggleTool(tool: MapTool): void {
		this.tool = this.tool === tool ? undefined : tool;
	}

	toggleCharts(): void {
		const { province } = this;
		province.set({ plots: province.params.plots.length > 0 ? [] : FIRST_PLOTS });
	}

	/** The comparison of the month in view with the latest, or of the latest with a year before; without a language. */
	get comparePath(): string {
		const { month, overview, params, lastMonth } = this.province;
		const latest = overview.lastReported ?? lastMonth;
		const query = toQuery({ ...params, month: month === latest ? month - 12 : month });
		query.set('with', toMonthText(latest));
		return `/compare?${query}`;
	}
}

export const [getMapActions, setMapActions] = createContext<MapActions>();
