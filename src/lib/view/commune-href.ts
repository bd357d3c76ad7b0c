import { addDays, monthOf, toMonthText, type Month, type Scheme } from '#lib/domain/period.ts';
import type { Unit } from '#lib/domain/unit.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';

/**
 * The page of a commune in a month in which its code means it: the month asked for, or the last whose last
 * day the commune still had.
 */
export function communeHref(
	{ code, validFrom, validTo }: Pick<Unit, 'code' | 'validFrom' | 'validTo'>,
	month: Month,
	calendar: Scheme
): string {
	const last = validTo === null ? undefined : monthOf(addDays(validTo, 1), calendar) - 1;
	const within = monthOf(validFrom, calendar) <= month && (last === undefined || month <= last);
	const at = within ? month : last;
	return localizeHref(`/commune/${code}`) + (at === undefined ? '' : `?t=${toMonthText(at)}`);
}
