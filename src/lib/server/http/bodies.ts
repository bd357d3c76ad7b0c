import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { isIsoDate, SCHEMES } from '#lib/domain/period.ts';
import { rowNumber } from '#lib/domain/row-number.ts';
import { readBody } from './read-body.ts';

/* Schemas of request bodies that change data. Other bodies have a reader beside their type in the domain. */

const TASK = v.record(v.string(), v.unknown());
/** What is to be looked at, checked or loaded: what depends on the kind of file is read later. */
export const readTaskBody = (request: Request) => readBody(request, TASK, 'task-unknown');

const CLOSING = v.object({
	month: v.string(),
	scheme: v.optional(v.picklist(SCHEMES), 'calendar'),
	closed: v.boolean(),
	by: v.optional(v.string())
});
/** A month, in which calendar, and whether it is to be closed or opened again. */
export const readClosing = (request: Request) => readBody(request, CLOSING, 'month-unreadable');

const DERIVING = v.object({
	date: v.pipe(v.string(), v.check(isIsoDate)),
	by: v.optional(v.string())
});
/** The day of a change of boundaries that is to be derived from their shapes. */
export const readDeriving = (request: Request) => readBody(request, DERIVING, 'date-missing');

const COLUMN_ROLES = v.object({
	subject: v.string(),
	titles: v.array(v.string()),
	roles: v.record(v.pipe(v.string(), v.regex(/^\d{1,3}$/)), v.string())
});
/** Titles of a table's columns, and by their place what they are. */
export const readColumnRoles = (request: Request) =>
	readBody(request, COLUMN_ROLES, 'subject-unknown');

const REMARK_ID = v.object({ id: rowNumber });
/** Which remark is to be taken away. */
export const readRemarkId = (request: Request) => readBody(request, REMARK_ID, 'remark-unreadable');

const REVISION = v.object({ revision: rowNumber });
/** Which revision a presentation was changed from; 400 where that is not said. */
export function readRevision(sent: unknown): number {
	const read = v.safeParse(REVISION, sent);
	if (!read.success) error(400, 'story-unreadable');
	return read.output.revision;
}
