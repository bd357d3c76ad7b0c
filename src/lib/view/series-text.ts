import type { Month, Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { monthName } from './month-name.ts';
import type { FigureOrigin } from './wire.ts';

/** What a calendar is called: "tháng dương lịch", "kỳ 15–14". */
export function calendarName(calendar: Scheme): string {
	return calendar === 'calendar' ? m.calendar_months() : m.calendar_reporting();
}

/** Says that a figure was summed up from former communes' reports of a month that a merger cut. */
export function originText(
	{ month, origin }: { month: Month; origin?: FigureOrigin },
	calendar: Scheme
): string {
	const name = monthName(month, calendar);
	return origin === 'estimated'
		? m.panel_origin_estimated({ month: name })
		: m.panel_origin_summed({ month: name });
}
