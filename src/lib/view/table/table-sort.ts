import { byName } from '#lib/domain/name.ts';
import type { Theme } from '../view-params.ts';

/** What a table can be sorted by. */
export const SORT_KEYS = ['name', 'changed', 'cases', 'trendRank', 'sites'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sort {
	key: SortKey;
	descending: boolean;
}

/** A column of the table. */
export interface Column {
	/** Undefined for one that says nothing to sort by. */
	key: SortKey | undefined;
	title: string;
	numeric: boolean;
}

/** The values of a row that it is sorted by; undefined where one is not known. */
export interface Sortable {
	sortName: string;
	/** Day of the latest change of status. */
	changed: string | undefined;
	/** Cases of twelve months. */
	cases: number | undefined;
	/** From a fall to a rise. */
	trendRank: number | undefined;
	sites: number | undefined;
}

/** What answers the question of a theme comes first. */
export function usualSort(theme: Theme): Sort {
	switch (theme) {
		case 'status':
			return { key: 'changed', descending: true };
		case 'trend':
		case 'summary':
			return { key: 'trendRank', descending: true };
		case 'sites':
			return { key: 'sites', descending: true };
	}
}

/** The order of two rows; what is not known comes last either way, and equals stand in the order of names. */
export function compareRows(a: Sortable, b: Sortable, { key, descending }: Sort): number {
	const names = byName(a.sortName, b.sortName);
	if (key === 'name') return descending ? -names : names;
	const [x, y] = [a[key], b[key]];
	if (x === undefined || y === undefined) {
		return Number(x === undefined) - Number(y === undefined) || names;
	}
	const order = x < y ? -1 : x > y ? 1 : 0;
	return (descending ? -order : order) || names;
}
