import { error } from '@sveltejs/kit';
import { readColumnRoles } from '#lib/server/http/bodies.ts';
import { reaching } from '#lib/server/http/request.ts';
import { rememberRoles } from '#lib/server/import/inspect-file.ts';
import { TABLES } from '#lib/server/import/tables/columns.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** Remembers what the columns of a kind of file are. */
export const PUT: RequestHandler = async ({ request }) => {
	const { subject, titles, roles } = await readColumnRoles(request);
	const known = TABLES.find((table) => table.subject === subject);
	if (!known) error(400, 'subject-unknown');
	await reaching(rememberRoles(openedDatabase().db, known.subject, titles, roles));
	return new Response(null, { status: 204 });
};
