import { error } from '@sveltejs/kit';
import { rememberRoles } from '#lib/server/import/inspect-file.ts';
import { TABLES } from '#lib/server/import/tables/columns.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** Remembers what the columns of a kind of file are. */
export const PUT: RequestHandler = async ({ request }) => {
	const { subject, titles, roles } = (await request.json()) as {
		subject: string;
		titles: string[];
		roles: Record<number, string>;
	};
	const known = TABLES.find((table) => table.subject === subject);
	if (!known || !Array.isArray(titles)) error(400, 'subject-unknown');
	await rememberRoles(openedDatabase().db, known.subject, titles.map(String), roles);
	return new Response(null, { status: 204 });
};
