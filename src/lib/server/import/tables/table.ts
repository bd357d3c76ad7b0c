import type { TableRecord } from './read-records.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import type { TableLayout } from './table-layout.ts';

/** One sheet, understood. */
export interface Table {
	sheet: Sheet;
	layout: TableLayout;
	records: TableRecord[];
	totals: SheetRow[];
	style: 'vi' | 'en';
}
