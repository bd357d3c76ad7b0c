import type { ProvinceState } from './province-state.svelte.ts';
import { parseViewParams, toQuery, type ViewParams } from '#lib/view/view-params.ts';

/** Moves of the slider come faster than browsers let the address change; it follows when they pause. */
const PAUSE_MS = 250;

/** How the page's address is changed; given by the route, because only routes know the router. */
export interface Navigator {
	goto(address: string, options: { replace: boolean }): void;
}

/**
 * Keeps the address and the view alike. What a person would want to go back from (theme, selection,
 * filters) makes an entry in the history; moving along the timeline or over the map does not.
 */
export class UrlMirror {
	#written: string;
	#before: ViewParams;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		readonly province: ProvinceState,
		readonly navigator: Navigator
	) {
		this.#written = toQuery(province.params).toString();
		this.#before = province.params;
	}

	/** Call when the view changed. */
	write(url: URL): void {
		const { params } = this.province;
		const query = toQuery(params).toString();
		clearTimeout(this.#timer);
		if (query === this.#written) return;
		const { month, step, camera } = this.#before;
		const onlyTime = toQuery({ ...params, month, step, camera });
		const replace = onlyTime.toString() === toQuery(this.#before).toString();
		const go = () => {
			this.#written = query;
			this.#before = params;
			this.navigator.goto(query === '' ? url.pathname : `${url.pathname}?${query}`, { replace });
		};
		if (replace) this.#timer = setTimeout(go, PAUSE_MS);
		else go();
	}

	/**
	 * Call when the page is about to be left: a write that still waits would otherwise call the reader
	 * back while the next page loads. Links carry the view themselves.
	 */
	leave(): void {
		clearTimeout(this.#timer);
	}

	/** Call when the address changed: by going back, or by a link. */
	read(url: URL): void {
		const params = parseViewParams(url.searchParams);
		const query = toQuery(params).toString();
		if (query === this.#written) return;
		this.#written = query;
		this.#before = params;
		this.province.adopt(params);
	}
}
