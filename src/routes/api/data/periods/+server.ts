import { error, json } from '@sveltejs/kit';
import { calendarMonth, parseMonth, reportingMonth } from '#lib/domain/period.ts';
import { closePeriod, listClosedPeriods, reopenPeriod } from '#lib/server/data/close-period.ts';
import { readClosing } from '#lib/server/http/bodies.ts';
import { readName } from '#lib/server/http/read-name.ts';
import { reaching } from '#lib/server/http/request.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () =>
	json(await reaching(listClosedPeriods(openedDatabase().db)));

/** Closes a month, or opens it again. */
export const PUT: RequestHandler = async ({ request }) => {
	const { month, scheme, closed, by } = await readClosing(request);
	const parsed = parseMonth(month);
	if (parsed === undefined) error(400, 'month-unreadable');
	const period = scheme === 'reporting' ? reportingMonth(parsed) : calendarMonth(parsed);
	const { db } = openedDatabase();
	if (closed) {
		await reaching(closePeriod(db, period, readName(by)));
	} else await reaching(reopenPeriod(db, period));
	return new Response(null, { status: 204 });
};
