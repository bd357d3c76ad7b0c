import { m } from '#lib/paraglide/messages.js';

/** Map, figures and film. */
export const EXPORT_TABS = ['map', 'data', 'film'] as const;
export type ExportTab = (typeof EXPORT_TABS)[number];

export const PAPERS = ['A4', 'A3', 'A2', 'A1', 'A0'] as const;
export const SHEET_KINDS = ['pdf', 'svg', 'png'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];
export const TABLE_KINDS = ['xlsx', 'csv', 'geojson'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** How a map sheet is wanted. */
export interface SheetChoice {
	kind: SheetKind;
	paper: (typeof PAPERS)[number];
	side: 'landscape' | 'portrait';
	/** Whether the legend has numbers. */
	numbers: boolean;
	/** Whether the grid of VN-2000 lies over the map. */
	grid: boolean;
	/** Whether hills, rivers and roads lie under the lines, where the province has them. */
	land: boolean;
	/** Whether there is a place to sign. */
	sign: boolean;
	/** Of a picture: 1 is 96 pixels an inch. */
	scale: string;
	/** An atlas instead, a page for each commune. */
	pages: boolean;
}

/** Path and query of a map sheet, as the server reads them (`readSheetForm`). */
export function sheetAddress(
	{ paper, side, numbers, grid, sign, scale }: SheetChoice,
	kind: SheetKind,
	view: string
): string {
	const form = new URLSearchParams({
		paper,
		side,
		...(sign ? { sign: '1' } : {}),
		...(numbers ? {} : { numbers: '0' }),
		...(grid ? { grid: '1' } : {}),
		...(kind === 'png' ? { scale } : {})
	});
	return `/export/map/sheet.${kind}?${view}&${form.toString()}`;
}

/** Path and query of the view's figures. */
export function tableAddress(kind: TableKind, view: string): string {
	return kind === 'geojson' ? `/export/map/view.geojson?${view}` : `/export/table.${kind}?${view}`;
}

const TAB_NAMES: Record<ExportTab, () => string> = {
	map: m.export_tab_map,
	data: m.export_tab_data,
	film: m.export_tab_film
};

export function exportTabName(tab: ExportTab): string {
	return TAB_NAMES[tab]();
}

/** What a kind of file of figures is called. */
export function tableKindName(kind: TableKind): string {
	return { xlsx: m.export_xlsx, csv: m.export_csv, geojson: m.export_geojson }[kind]();
}

/** How wide a sheet is to its height: ISO 216 papers are all alike. */
export function sheetRatio(side: SheetChoice['side']): number {
	return side === 'landscape' ? Math.SQRT2 : Math.SQRT1_2;
}
