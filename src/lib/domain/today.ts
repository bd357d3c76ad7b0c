import type { IsoDate } from './period.ts';

const VIETNAM = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });

/**
 * The day that it is in Vietnam, wherever the server stands: a document of the small hours is not yesterday's.
 *
 * @example vietnamDate(new Date('2026-11-25T18:30:00Z')) // '2026-11-26'
 */
export function vietnamDate(at: Date): IsoDate {
	return VIETNAM.format(at);
}
