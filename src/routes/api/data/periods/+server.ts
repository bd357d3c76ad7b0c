import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { calendarMonth, parseMonth, reportingMonth, SCHEMES } from '#lib/domain/period.ts';
import { closePeriod, listClosedPeriods, reopenPeriod } from '#lib/server/data/close-period.ts';
import { readBody } from '#lib/server/http/read-body.ts';
import { readName } from '#lib/server/http/read-name.ts';
import { reaching } from '#lib/server/http/request.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () =>
	json(await reaching(listClosedPeriods(openedDatabase().db)));

/** A month, in which calendar, and whether it is to be closed or opened again. */
const CLOSING = v.object({
	month: v.string(),
	scheme: v.optional(v.picklist(SCHEMES), 'calendar'),
	closed: v.boolean(),
	by: v.optional(v.string())
});

/** Closes a month, or opens it again. */
export const PUT: RequestHandler = async ({ request }) => {
	const { month, scheme, closed, by } = await readBody(request, CLOSING, 'month-unreadable');
	const parsed = parseMonth(month);
	if (parsed === undefined) error(400, 'month-unreadable');
	const period = scheme === 'reporting' ? reportingMonth(parsed) : calendarMonth(parsed);
	const { db } = openedDatabase();
	if (closed) {
		await reaching(closePeriod(db, period, readName(by)));
	} else await reaching(reopenPeriod(db, period));
	return new Response(null, { status: 204 });
};
