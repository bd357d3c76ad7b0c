import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { readBody } from '#lib/server/http/read-body.ts';
import { reaching } from '#lib/server/http/request.ts';
import { rememberRoles } from '#lib/server/import/inspect-file.ts';
import { TABLES } from '#lib/server/import/tables/columns.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** Titles of a table's columns, and by their place what they are. */
const REMEMBERED = v.object({
	subject: v.string(),
	titles: v.array(v.string()),
	roles: v.record(v.pipe(v.string(), v.regex(/^\d{1,3}$/)), v.string())
});

/** Remembers what the columns of a kind of file are. */
export const PUT: RequestHandler = async ({ request }) => {
	const { subject, titles, roles } = await readBody(request, REMEMBERED, 'subject-unknown');
	const known = TABLES.find((table) => table.subject === subject);
	if (!known) error(400, 'subject-unknown');
	await reaching(rememberRoles(openedDatabase().db, known.subject, titles, roles));
	return new Response(null, { status: 204 });
};
