import type { IsoDate } from './period.ts';

/** A type of community security model (mô hình), such as "Camera an ninh". */
export interface CommunityModel {
	code: string;
	nameVi: string;
	nameEn: string;
	foundedOn: IsoDate | null;
	retiredOn: IsoDate | null;
	replicatedFrom: string | null;
}

/** One place (điểm) where a model is run, with its teams (tổ). */
export interface ModelSite {
	id: number;
	code: string;
	modelCode: string;
	unitId: number;
	name: string;
	foundedOn: IsoDate;
	retiredOn: IsoDate | null;
	position: [number, number] | null;
	teams: number;
	replicatedFrom: string | null;
}

/** Active from the day of founding until the day before retirement. */
export function isActiveOn(
	site: Pick<ModelSite, 'foundedOn' | 'retiredOn'>,
	date: IsoDate
): boolean {
	return site.foundedOn <= date && (site.retiredOn === null || date < site.retiredOn);
}

/** Upper ends of the five classes of active sites; fixed over the whole timeline, or playing it would lie. */
export const SITE_BREAKS = [2, 4, 8, 16] as const;
/** The same per 10,000 people. */
export const SITE_RATE_BREAKS = [2, 4, 8, 16] as const;

/** Class 0 for none, then 1 to 5. */
export function siteClass(value: number, breaks: readonly number[] = SITE_BREAKS): number {
	if (value <= 0) return 0;
	const at = breaks.findIndex((upper) => value <= upper);
	return at === -1 ? breaks.length + 1 : at + 1;
}

/** In a byte of counts: the number is not known on these boundaries. */
export const SITES_NOT_AVAILABLE = 255;
