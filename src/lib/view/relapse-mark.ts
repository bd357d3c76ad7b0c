import type { MapClass } from '#lib/domain/map-class.ts';

/** Whether a class has the mark of a relapse, which is seen in the smallest ward. */
export function isRelapse(mapClass: MapClass): boolean {
	return (
		mapClass.theme === 'status' &&
		(mapClass.key === 'relapsed' || mapClass.key === 'retransforming')
	);
}
