import { readPlaces, type Places } from '#lib/view/place-wire.ts';
import { fetchJson } from './fetch-json.ts';

/**
 * Every place that the search finds.
 *
 * @param version that of the data
 * @throws RequestFailed when the server cannot be reached
 */
export async function fetchPlaces(version: number, track: string): Promise<Places> {
	const url = `/api/places?v=${version}&track=${encodeURIComponent(track)}`;
	return readPlaces(await fetchJson<unknown>(url));
}
