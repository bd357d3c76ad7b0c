import { and, count, isNotNull, sql } from 'drizzle-orm';
import { effectiveCalendar, type CalendarCounts } from '#lib/domain/calendar.ts';
import { SCHEMES, type Scheme } from '#lib/domain/period.ts';
import type { Queryable } from '../db/database.ts';
import { observation, track } from '../db/schema.ts';
import { findProvinceSettings } from './province-settings.ts';

/** Whether a row of `observation` is of one month of its calendar. */
const IS_MONTH = sql`${observation.periodEnd} = (${observation.periodStart} + interval '1 month - 1 day')::date`;

/** What decides on the calendar of an installation. */
export interface CalendarChoice {
	/** Undefined until the province is set up. */
	chosen: Scheme | undefined;
	recorded: CalendarCounts;
}

/** Reads what decides on the calendar of the installation; figures decide only until a person chooses. */
export async function loadCalendarChoice(db: Queryable): Promise<CalendarChoice> {
	const settings = await findProvinceSettings(db);
	const recorded = { calendar: 0, reporting: 0 };
	if (settings) return { chosen: settings.calendar, recorded };
	const rows = await db
		.select({ scheme: observation.scheme, figures: count() })
		.from(observation)
		.where(
			and(
				IS_MONTH,
				sql`${observation.indicatorCode} in ${db
					.select({ code: track.leadingIndicator })
					.from(track)
					.where(isNotNull(track.leadingIndicator))}`
			)
		)
		.groupBy(observation.scheme);
	for (const { scheme, figures } of rows) {
		const known = SCHEMES.find((each) => each === scheme);
		if (known) recorded[known] = figures;
	}
	return { chosen: undefined, recorded };
}

/** The calendar in which the installation counts. */
export async function loadCalendar(db: Queryable): Promise<Scheme> {
	const { chosen, recorded } = await loadCalendarChoice(db);
	return effectiveCalendar(chosen, recorded);
}
