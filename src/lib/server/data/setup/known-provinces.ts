import { PROVINCE_KINDS, type KnownProvince } from '#lib/domain/setup/province-settings.ts';
import { loadProvinces } from '../../import/directory/directory.ts';

/** The provinces of the national directory. */
export function listKnownProvinces(): KnownProvince[] {
	return loadProvinces().flatMap(({ code, name, kind, zones }) => {
		const known = PROVINCE_KINDS.find((each) => each === kind);
		return known ? [{ code, name, kind: known, zones: zones.map((zone) => `EPSG:${zone}`) }] : [];
	});
}
