import type { IsoDate } from '#lib/domain/period.ts';
import type { TableRecord } from './tables/read-records.ts';
import type { NamedUnit } from './unit-lookup.ts';

/** The unit that a row names in its usual columns, as it is meant on a date. */
export function namedUnit(row: TableRecord, date: IsoDate): NamedUnit {
	const code = row.get('unit_code');
	return {
		code,
		name: row.get('unit_name'),
		district: row.get('district'),
		date,
		at: row.at(code === '' ? 'unit_name' : 'unit_code')
	};
}
