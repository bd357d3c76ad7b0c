import type { Scheme } from '../period.ts';

export const PROVINCE_KINDS = ['Tỉnh', 'Thành phố'] as const;
export type ProvinceKind = (typeof PROVINCE_KINDS)[number];

/** Which province the installation is about. */
export interface ProvinceSettings {
	/** Two digits, as the national directory has it; null for a province that is not in it. */
	code: string | null;
	/** Without its kind: "Điện Biên". */
	name: string;
	kind: ProvinceKind;
	/** VN-2000 zone of the province's own maps, such as EPSG:9205; null if not given. */
	crs: string | null;
	/** Calendar of the monthly figures that everything is computed from. */
	calendar: Scheme;
}

/** A province of the national directory: what is proposed when it is named. */
export interface KnownProvince {
	code: string;
	name: string;
	kind: ProvinceKind;
	/** VN-2000 zones that its maps are drawn in, the likely one first: `EPSG:9205`. */
	zones: string[];
}
