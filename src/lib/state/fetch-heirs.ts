import type { IsoDate } from '#lib/domain/period.ts';
import type { Heirs } from '#lib/view/wire.ts';
import { fetchJson } from './fetch-json.ts';

/**
 * What became of the communes of boundaries `from` on boundaries `to`, both named by their first day; nothing
 * where one of them is not known any more.
 */
export async function fetchHeirs(from: IsoDate, to: IsoDate): Promise<Heirs> {
	try {
		return await fetchJson<Heirs>(`/api/heirs?from=${from}&to=${to}`);
	} catch {
		return {};
	}
}
