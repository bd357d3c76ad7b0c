import { eq } from 'drizzle-orm';
import type { ProvinceSettings } from '#lib/domain/setup/province-settings.ts';
import type { Queryable } from '../db/database.ts';
import { provinceSettings } from '../db/schema.ts';

/**
 * Says which province the installation is about.
 *
 * @param demonstration brought by the demonstration data: what a person set up stands before it
 */
export async function saveProvinceSettings(
	tx: Queryable,
	{ code, name, kind, crs, calendar }: ProvinceSettings,
	demonstration: boolean
): Promise<void> {
	const row = { code, name, kind, crs, calendar, demonstration };
	await tx
		.insert(provinceSettings)
		.values({ id: 1, ...row })
		.onConflictDoUpdate({
			target: provinceSettings.id,
			set: row,
			...(demonstration ? { setWhere: eq(provinceSettings.demonstration, true) } : {})
		});
}
