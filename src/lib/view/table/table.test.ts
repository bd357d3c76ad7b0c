import { describe, expect, it } from 'vitest';
import type { StatusChanges } from '../status-change-wire.ts';
import { lastChanges } from './last-changes.ts';
import { compareRows, usualSort, type Sortable } from './table-sort.ts';

const row = (sortName: string, cases: number | undefined): Sortable => ({
	sortName,
	cases,
	changed: undefined,
	trendRank: undefined,
	sites: undefined
});

describe('the order of a table', () => {
	const rows = [row('Chà Tở', undefined), row('Đạo', 3), row('Ẳng', 7), row('Dân', 3)];
	const sorted = (descending: boolean) =>
		rows
			.toSorted((a, b) => compareRows(a, b, { key: 'cases', descending }))
			.map(({ sortName }) => sortName);

	it('has what is not known last either way, and equals by name', () => {
		expect(sorted(true)).toEqual(['Ẳng', 'Dân', 'Đạo', 'Chà Tở']);
		expect(sorted(false)).toEqual(['Dân', 'Đạo', 'Ẳng', 'Chà Tở']);
	});

	it('answers the question of the theme', () => {
		expect(usualSort('status')).toEqual({ key: 'changed', descending: true });
		expect(usualSort('sites').key).toBe('sites');
	});
});

describe('the latest change on a commune’s land', () => {
	const change = (date: string, name: string, code: string): StatusChanges['changes'][number] => ({
		date,
		name,
		code,
		status: 'met',
		again: false
	});
	const known: StatusChanges = {
		changes: [
			change('2019-12-27', 'Pa Tần', '03166'),
			change('2020-03-31', 'Chà Cang', '03166'),
			change('2024-04-24', 'Pa Tần', '03166')
		]
	};
	const unit = (id: number, code: string, name: string, formers: string[] = []) => ({
		id,
		code,
		name,
		formers: formers.map((shortName) => ({ shortName })) as never
	});

	it('is found by its code of today', () => {
		const found = lastChanges([unit(1, '03166', 'Mường Chà')], known, '2026-10-31', true);
		expect(found.get(1)?.date).toBe('2024-04-24');
	});

	it('is found by names before, where a code may mean another one', () => {
		const units = [
			unit(1, '03166', 'Chà Cang'),
			unit(2, '03165', 'Pa Tần'),
			unit(3, '03999', 'Khác')
		];
		const found = lastChanges(units, known, '2026-10-31', false);
		expect(found.get(1)?.date).toBe('2020-03-31');
		expect(found.get(2)?.date).toBe('2024-04-24');
		expect(found.has(3)).toBe(false);
	});

	it('is none of a later day', () => {
		const found = lastChanges([unit(1, '03166', 'Mường Chà')], known, '2020-01-01', true);
		expect(found.get(1)?.name).toBe('Pa Tần');
		expect(found.get(1)?.date).toBe('2019-12-27');
	});
});
