import { MIN_POWER } from '#lib/domain/watch/power.ts';
import { m } from '#lib/paraglide/messages.js';
import type { WatchRow } from '../evidence-wire.ts';
import { formatProbability } from '../format.ts';
import { watchAbsenceText, watchHeading } from '../watch-text.ts';

/** Chance to notice within a year what a watch looks for: a doubling; of a commune never transformed a halving. */
function noticeChance({ power, recognised }: Pick<WatchRow, 'power' | 'recognised'>) {
	return power && (recognised === undefined ? power.halving : power.doubling);
}

/** That chance in words; "không thể phát hiện" where it is next to nothing. */
export function noticeText(row: Pick<WatchRow, 'power' | 'recognised'>): string {
	const chance = noticeChance(row);
	if (chance === undefined) return '–';
	return chance < MIN_POWER ? m.watch_notice_none() : formatProbability(chance);
}

/** What a watch says of a commune, in a few words for a table. */
export function watchResult(row: WatchRow, detected: boolean): string {
	const listed = row.alarms.filter(({ ended }) => !ended);
	if (listed.length > 0) {
		return listed.map(({ direction }) => watchHeading(direction, detected)).join('; ');
	}
	if (row.absence) return watchAbsenceText(row.absence);
	const chance = noticeChance(row);
	return chance !== undefined && chance < MIN_POWER ? m.watch_result_few() : m.watch_result_none();
}
