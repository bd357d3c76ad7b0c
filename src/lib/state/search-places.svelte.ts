import type { Places } from '#lib/view/place-wire.ts';
import { fetchPlaces } from './fetch-places.ts';
import { RequestFailed } from './fetch-json.ts';

/** No answer after so many milliseconds is a failure. */
const PATIENCE = 15_000;

/** The places that the search finds, fetched once for a version of the data and a track. */
export class SearchPlaces {
	/** Undefined until they are here. */
	places = $state.raw<Places>();
	failed = $state(false);
	#asked = '';

	/** Fetches them, unless they are loaded or loading; the former ones stay until the new ones come. */
	async load(version: number, track: string): Promise<void> {
		const asked = `${version} ${track}`;
		if (this.#asked === asked && !this.failed) return;
		this.#asked = asked;
		this.failed = false;
		const patience = setTimeout(() => (this.failed ||= this.#asked === asked), PATIENCE);
		try {
			const places = await fetchPlaces(version, track);
			if (this.#asked !== asked) return;
			this.places = places;
			this.failed = false;
		} catch (error) {
			if (this.#asked === asked) this.failed = true;
			if (!(error instanceof RequestFailed)) throw error;
		} finally {
			clearTimeout(patience);
		}
	}
}
