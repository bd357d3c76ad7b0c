import { findHomeProvinces } from '#lib/domain/home-provinces.ts';
import { loadDirectory } from '../directory/directory.ts';
import type { KnownCommunes } from './known-communes.ts';

let sizes: ReadonlyMap<string, number> | undefined;

/** How many communes each province of today has. */
export function provinceSizes(): ReadonlyMap<string, number> {
	if (!sizes) {
		const counts = new Map<string, number>();
		for (const { provinceCode } of loadDirectory())
			counts.set(provinceCode, (counts.get(provinceCode) ?? 0) + 1);
		sizes = counts;
	}
	return sizes;
}

/** The one province whose communes are loaded by other files; undefined for none, several, or a made-up one. */
export function provinceOfLoaded(known: KnownCommunes): string | undefined {
	const loaded = [...known.predecessors.values()].flat().map(({ code, name }) => ({
		code,
		name,
		province: known.provinceEver(code),
		knownNames: known.namesOf(code)
	}));
	const homes = findHomeProvinces(loaded, provinceSizes(), true);
	return homes.length === 1 ? homes[0] : undefined;
}
