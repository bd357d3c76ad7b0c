import { describe, expect, it } from 'vitest';
import { readBoundaries, readDemoRows } from './demo-files.ts';
import { cellsOf } from './demo-periods.ts';

const rows = readDemoRows('indicators.csv');
const listed = new Set(
	readDemoRows('status.csv').flatMap((row) => (row('track') === 'TTATXH' ? [row('unit_code')] : []))
);
const districts = new Set(readBoundaries('districts-2017.geojson').map(({ code }) => code));

/** Sum over the given units of phase 1: July 2017 to June 2020, for yearly figures 2017 to 2020. */
function phaseOneTotal(indicator: string, units: ReadonlySet<string>): number {
	let total = 0;
	for (const row of rows) {
		if (row('indicator') !== indicator || !units.has(row('unit_code'))) continue;
		for (const { column, end, value } of cellsOf(row)) {
			const inPhase = column === 'y' ? end <= '2020-12' : end >= '2017-07' && end <= '2020-06';
			if (inPhase) total += value ?? 0;
		}
	}
	return total;
}

describe('phase 1', () => {
	it.each([
		['C03', 342],
		['C05', 434],
		['P01', 2238],
		['P02', 120_496],
		['O01', 786],
		['O02', 44],
		['O03', 44],
		['O04', 1550],
		['M01', 4],
		['A01', 11],
		['A02', 20],
		['R01', 38],
		['R02', 72]
	] as const)('%s adds up to %i over the 44 communes', (indicator, total) => {
		expect(phaseOneTotal(indicator, listed)).toBe(total);
	});

	it('has 9 district committees and 4 district conferences', () => {
		expect(phaseOneTotal('O02', districts)).toBe(9);
		expect(phaseOneTotal('O03', districts)).toBe(4);
	});

	it('has nothing unreported in the 44 communes', () => {
		for (const row of rows.filter(
			(row) => ['C01', 'C03'].includes(row('indicator')) && listed.has(row('unit_code'))
		)) {
			for (const { column, end, value } of cellsOf(row)) {
				if (column.startsWith('m') && end >= '2017-07' && end <= '2020-06')
					expect(value, `${row('unit_code')} ${end}`).toBeDefined();
			}
		}
	});
});
