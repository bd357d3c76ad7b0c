import { effectiveCalendar } from '#lib/domain/calendar.ts';
import { POPULATION } from '#lib/domain/indicator.ts';
import { monthOfDate, monthPeriod, SCHEMES, type Period, type Scheme } from '#lib/domain/period.ts';
import { loadCalendarChoice } from '../../../queries/calendar.ts';
import { listTracks } from '../../../queries/catalogue.ts';
import type { FileRun } from '../../file-run.ts';
import type { Figure } from './figure.ts';

/**
 * Notes in which calendars a file's figures were read, and warns of those in another one than the province's:
 * they are kept and shown as such, and in no sum.
 */
export async function noteCalendars(run: FileRun, figures: readonly Figure[]): Promise<void> {
	const counts: Record<Scheme, number> = { calendar: 0, reporting: 0 };
	const inSums = { ...counts };
	const firsts = new Map<Scheme, Figure>();
	for (const figure of figures) {
		const { scheme } = figure.period;
		counts[scheme]++;
		// People are counted once a year, in whatever calendar: a stock is in no sum of months.
		if (figure.indicator === POPULATION) continue;
		inSums[scheme]++;
		if (!firsts.has(scheme)) firsts.set(scheme, figure);
	}
	run.calendars = SCHEMES.filter((scheme) => counts[scheme] > 0);
	const own = await calendarWith(run, figures);
	for (const [scheme, figure] of firsts) {
		if (scheme === own) continue;
		run.problems.warn('other-calendar', {
			...figure.at(),
			detail: { count: inSums[scheme], calendar: scheme, own }
		});
	}
}

/** The province's calendar once the file is loaded: until a person chooses, its figures decide with the others. */
async function calendarWith(run: FileRun, figures: readonly Figure[]): Promise<Scheme> {
	const { chosen, recorded } = await loadCalendarChoice(run.tx);
	if (chosen !== undefined) return chosen;
	const leading = new Set((await listTracks(run.tx)).map((track) => track.leading));
	const all: Record<Scheme, number> = { ...recorded };
	for (const { indicator, period } of figures) {
		if (leading.has(indicator) && isMonth(period)) all[period.scheme]++;
	}
	return effectiveCalendar(undefined, all);
}

/** Whether a period is one month of its calendar. */
export function isMonth({ start, end, scheme }: Period): boolean {
	const month = monthPeriod(monthOfDate(end), scheme);
	return month.start === start && month.end === end;
}
