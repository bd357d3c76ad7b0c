import { describe, expect, it } from 'vitest';
import { at } from './at.ts';
import { readBoundaries, readDemoRows, type DemoRow } from './demo-files.ts';
import { cellsOf } from './demo-periods.ts';

const rows = readDemoRows('indicators.csv');

describe('all figures', () => {
	/** What a row is about, apart from its indicator; a code may stand for an old and a new unit in 2025. */
	const key = (row: DemoRow): string =>
		[row('unit_code'), row('unit_name'), row('year'), isOld(row)].join(' ');

	it('clear no more crimes than were recorded, and leave out both together', () => {
		const recorded = new Map(
			rows.filter((row) => row('indicator') === 'C01').map((row) => [key(row), cellsOf(row)])
		);
		let [silent, all] = [0, 0];
		for (const row of rows.filter((row) => row('indicator') === 'C03')) {
			const partner = recorded.get(key(row)) ?? expect.fail(`no C01 for ${key(row)}`);
			cellsOf(row).forEach(({ column, end, value }, i) => {
				const crimes = at(partner, i).value;
				expect(crimes === undefined).toBe(value === undefined);
				if (value !== undefined && crimes !== undefined) expect(value).toBeLessThanOrEqual(crimes);
				const inForce =
					column.startsWith('m') && end <= '2026-10' && end < '2025-07' === isOld(row);
				if (inForce) all++;
				if (inForce && value === undefined) silent++;
			});
		}
		expect(silent / all).toBeGreaterThan(0.0005);
		expect(silent / all).toBeLessThan(0.002);
	});

	/** Whether the row's unit existed before July 2025: by code, name and, where both frames share them, by its filled months. */
	function isOld(row: DemoRow): boolean {
		if (row('year') !== '2025') return Number(row('year')) < 2025;
		return cellsOf(row).some(({ end, value }) => value !== undefined && end < '2025-07');
	}

	const NAMES = [
		['2019-12', 'boundaries-2017.geojson', 'districts-2017.geojson'],
		['2025-06', 'boundaries-2020.geojson', 'districts-2020.geojson'],
		['2026-12', 'boundaries-2025.geojson', 'boundaries-2025.geojson']
	].map(([last = '', ...files]) => ({
		last,
		names: new Map(files.flatMap(readBoundaries).map(({ code, name }) => [code, name]))
	}));

	it('belong to units that are valid at the end of their period', () => {
		for (const row of rows) {
			for (const { end, value } of cellsOf(row)) {
				if (value === undefined) continue;
				const frame = NAMES.find(({ last }) => end <= last);
				expect(frame?.names.get(row('unit_code')), `${row('unit_code')} ${end}`).toBe(
					row('unit_name')
				);
				expect(Number.isInteger(value) && value >= 0).toBe(true);
			}
		}
	});

	it('end in October 2026, except for the population of that year', () => {
		for (const row of rows.filter((row) => row('year') === '2026')) {
			for (const { column, end, value } of cellsOf(row)) {
				if (value !== undefined)
					expect(end <= '2026-10' || (column === 'y' && row('indicator') === 'N01')).toBe(true);
			}
		}
	});

	it('have one row for each unit, indicator and year', () => {
		const keys = rows.map((row) => `${key(row)} ${row('indicator')}`);
		expect(new Set(keys).size).toBe(keys.length);
	});

	it('register every residential area every year', () => {
		const registered = rows.filter((row) => row('indicator') === 'K01');
		expect(registered).toHaveLength(3 * 130 + 5 * 129 + 45);
		for (const row of registered) expect(row('y')).toBe('100');
	});

	it('carry the population smoothly over the reform', () => {
		const of = (year: string): Map<string | undefined, number> =>
			new Map(
				rows
					.filter((row) => row('indicator') === 'N01' && row('year') === year)
					.map((row) => [row('unit_code'), Number(row('y'))])
			);
		const [before, after] = [of('2024'), of('2025')];
		for (const [code, people] of after) {
			const members = readDemoRows('succession-2025.csv').filter((row) => row('new_code') === code);
			const sum = members.reduce((total, row) => total + (before.get(row('old_code')) ?? NaN), 0);
			expect(Math.abs(people / sum - 1), code).toBeLessThan(0.06);
		}
	});
});
