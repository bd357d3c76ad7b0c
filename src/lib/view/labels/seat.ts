import type { FrameUnit } from '#lib/view/wire.ts';

const CITY = 'Thành phố ';

/**
 * Whether a commune bears the name of the provincial city whose land it has: the province's seat, which every map
 * names. Before districts were abolished the city itself was none of the communes.
 */
export function isSeat({ name, districts, parentName }: FrameUnit): boolean {
	return parentName === null && districts.includes(`${CITY}${name}`);
}
