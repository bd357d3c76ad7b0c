import { PROVINCE_KINDS, type ProvinceSettings } from '#lib/domain/setup/province-settings.ts';
import { SCHEMES } from '#lib/domain/period.ts';
import type { Queryable } from '../db/database.ts';
import { provinceSettings } from '../db/schema.ts';

/** The province that the installation is about; undefined until one is set up. */
export async function findProvinceSettings(db: Queryable): Promise<ProvinceSettings | undefined> {
	const [row] = await db.select().from(provinceSettings);
	if (!row) return undefined;
	const kind = PROVINCE_KINDS.find((each) => each === row.kind);
	const calendar = SCHEMES.find((each) => each === row.calendar);
	if (!kind || !calendar) throw new Error('The province settings hold an unknown word.');
	return { code: row.code, name: row.name, kind, crs: row.crs, calendar };
}
