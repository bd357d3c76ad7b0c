import { sql } from 'drizzle-orm';
import type { Slide, Story } from '#lib/domain/story/story.ts';
import { rowsOf, type Queryable } from '../db/database.ts';

type Row = Omit<Story, 'slides'> & {
	/** JSON as text: the drivers differ in whether they read it. */
	slides: string;
};

const COLUMNS = sql`id, title, revision, to_char(updated_at, 'YYYY-MM-DD') as "updatedAt",
	slides::text as slides`;

/** All presentations, the latest changed first. */
export async function listStories(db: Queryable): Promise<Story[]> {
	const rows = await rowsOf<Row>(
		db,
		sql`select ${COLUMNS} from story order by updated_at desc, id desc`
	);
	return rows.map(toStory);
}

export async function findStory(db: Queryable, id: number): Promise<Story | undefined> {
	const [row] = await rowsOf<Row>(db, sql`select ${COLUMNS} from story where id = ${id}`);
	return row && toStory(row);
}

export async function addStory(
	db: Queryable,
	{ title, slides }: { title: string; slides: readonly Slide[] }
): Promise<Story> {
	const [row] = await rowsOf<Row>(
		db,
		sql`insert into story (title, slides) values (${title}, ${JSON.stringify(slides)}::text::jsonb)
			returning ${COLUMNS}`
	);
	return toStory(row!);
}

/**
 * Saves a presentation over the revision that it was made from.
 *
 * @returns undefined where it is not at that revision any more: somebody else changed or deleted it
 */
export async function saveStory(
	db: Queryable,
	{ id, revision, title, slides }: Omit<Story, 'updatedAt'>
): Promise<Story | undefined> {
	const [row] = await rowsOf<Row>(
		db,
		sql`update story set title = ${title}, slides = ${JSON.stringify(slides)}::text::jsonb,
				revision = revision + 1, updated_at = now()
			where id = ${id} and revision = ${revision} returning ${COLUMNS}`
	);
	return row && toStory(row);
}

/** @returns whether it was there */
export async function deleteStory(db: Queryable, id: number): Promise<boolean> {
	return (await rowsOf(db, sql`delete from story where id = ${id} returning id`)).length > 0;
}

function toStory({ slides, ...row }: Row): Story {
	return { ...row, slides: JSON.parse(slides) as Slide[] };
}
