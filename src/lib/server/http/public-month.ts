import { error } from '@sveltejs/kit';
import { lastPublicYear } from '#lib/domain/disclosure/reported-years.ts';
import { toMonth, yearOf, type Month } from '#lib/domain/period.ts';
import { timelineStart } from '#lib/domain/timeline.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ProvinceRequest } from './province-request.ts';

const YEAR = 12;

/**
 * The month that a public copy shows instead of one: the end of its year, or of the last whole one. 422 before
 * there is any.
 */
export function publicMonth({ province, track, last }: ProvinceRequest, month: Month): Month {
	const { history } = province;
	const shown = toMonth(Math.min(yearOf(month), lastPublicYear(history, track, last)), YEAR);
	if (shown < timelineStart(history, last)) error(422, m.public_no_year());
	return shown;
}
