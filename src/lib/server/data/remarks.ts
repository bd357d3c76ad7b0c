import { sql } from 'drizzle-orm';
import type { Remark } from '#lib/domain/remark.ts';
import type { Unit } from '#lib/domain/unit.ts';
import { rowsOf, type Queryable } from '../db/database.ts';

/** Which unit is meant, also after its boundaries were loaded anew. */
export type RemarkedUnit = Pick<Unit, 'code' | 'validFrom'>;

/** Remarks on units, the latest first. @param units a unit and those it plainly continues */
export async function listRemarks(
	db: Queryable,
	units: readonly RemarkedUnit[]
): Promise<Remark[]> {
	const codes = units.map(({ code }) => code);
	const days = units.map(({ validFrom }) => validFrom);
	return rowsOf<Remark>(
		db,
		sql`select id, text, written_by as "writtenBy", to_char(written_at, 'YYYY-MM-DD') as "writtenAt"
			from remark where (unit_code, unit_from) in
				(select code, day::date from
					unnest(${sql.param(codes)}::text[], ${sql.param(days)}::text[]) as asked (code, day))
			order by written_at desc, id desc`
	);
}

/** Adds a remark. @returns its id */
export async function addRemark(
	db: Queryable,
	unit: RemarkedUnit,
	{ text, writtenBy }: Pick<Remark, 'text' | 'writtenBy'>
): Promise<number> {
	const [row] = await rowsOf<{ id: number }>(
		db,
		sql`insert into remark (unit_code, unit_from, text, written_by)
			values (${unit.code}, ${unit.validFrom}::date, ${text}, ${writtenBy}) returning id`
	);
	return row!.id;
}

/** Takes a remark away; one that is gone already stays so. */
export async function deleteRemark(db: Queryable, id: number): Promise<void> {
	await db.execute(sql`delete from remark where id = ${id}`);
}
