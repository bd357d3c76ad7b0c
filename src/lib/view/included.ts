import type { Month } from '#lib/domain/period.ts';
import { fillCode, type ClassSource } from './frame-view.ts';
import { statusCodesAt } from './status-pieces.ts';
import type { ViewParams } from './view-params.ts';

/** Whether a unit's row is in view: neither its district nor its class is filtered out. */
export function isIncluded(
	source: ClassSource,
	row: number,
	month: Month,
	params: Pick<ViewParams, 'district' | 'classes' | 'theme' | 'perPeople' | 'layer'>
): boolean {
	const { district, classes } = params;
	if (!isInDistrict(source, row, district)) return false;
	if (classes.length === 0) return true;
	if (params.theme === 'status') {
		const pieces = statusCodesAt(source, row, month);
		if (pieces.length > 0) return pieces.some((code) => classes.includes(code));
	}
	const code = fillCode(source, row, month, params);
	return code !== undefined && classes.includes(code);
}

/** Whether a unit's row is in a district; every one is in none. */
export function isInDistrict(
	{ units }: Pick<ClassSource, 'units'>,
	row: number,
	district: string | undefined
): boolean {
	return district === undefined || units[row]?.districts.includes(district) === true;
}
