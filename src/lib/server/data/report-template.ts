import { sql } from 'drizzle-orm';
import type { IsoDate } from '#lib/domain/period.ts';
import { rowsOf, type Queryable } from '../db/database.ts';

/** The province's own template of the report. */
export interface OwnTemplate {
	fileName: string;
	updatedAt: IsoDate;
	body: Uint8Array;
}

/** @returns undefined while the built-in one is in use */
export async function findOwnTemplate(db: Queryable): Promise<OwnTemplate | undefined> {
	const [row] = await rowsOf<OwnTemplate>(
		db,
		sql`select file_name as "fileName", to_char(updated_at, 'YYYY-MM-DD') as "updatedAt", body
			from report_template`
	);
	return row;
}

/** Name and day of it, without reading it. @returns undefined while the built-in one is in use */
export async function describeOwnTemplate(
	db: Queryable
): Promise<Omit<OwnTemplate, 'body'> | undefined> {
	const [row] = await rowsOf<Omit<OwnTemplate, 'body'>>(
		db,
		sql`select file_name as "fileName", to_char(updated_at, 'YYYY-MM-DD') as "updatedAt"
			from report_template`
	);
	return row;
}

/** Takes a template into use, in the place of the one before. */
export async function keepOwnTemplate(
	db: Queryable,
	{ fileName, body }: Pick<OwnTemplate, 'fileName' | 'body'>
): Promise<void> {
	await db.execute(
		sql`insert into report_template (id, file_name, body) values (1, ${fileName}, ${body})
			on conflict (id) do update set file_name = excluded.file_name, body = excluded.body,
				updated_at = now(), demonstration = excluded.demonstration`
	);
}

/** Goes back to the built-in template. */
export async function dropOwnTemplate(db: Queryable): Promise<void> {
	await db.execute(sql`delete from report_template`);
}
