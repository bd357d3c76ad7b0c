import { getLocale } from '#lib/paraglide/runtime.js';

const DIGITS = { minimumFractionDigits: 5, maximumFractionDigits: 5 };

/** Longitude and latitude, to a metre: `103,01690; 21,38600`. */
export function positionText(position: readonly [number, number]): string {
	return position.map((degrees) => degrees.toLocaleString(getLocale(), DIGITS)).join('; ');
}
