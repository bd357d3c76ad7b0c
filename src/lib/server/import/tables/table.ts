import type { TableLayout } from './find-columns.ts';
import type { TableRecord } from './read-records.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** One sheet, understood. */
export interface Table {
	sheet: Sheet;
	layout: TableLayout;
	records: TableRecord[];
	totals: SheetRow[];
	style: 'vi' | 'en';
}
