import { describe, expect, it } from 'vitest';
import { toMonth, type Month } from '#lib/domain/period.ts';
import { adoptionChart, tableMonths } from './adoption-chart.ts';

const FRAMES = [{ from: '2017-01-01' }, { from: '2020-01-01' }, { from: '2025-07-01' }];

function months(from: Month, to: Month, communesOf: (at: number) => number = (at) => at) {
	return Array.from({ length: to - from + 1 }, (_, at) => ({
		month: from + at,
		communes: communesOf(at)
	}));
}

describe('the drawn adoption curve', () => {
	const points = months(toMonth(2018, 6), toMonth(2026, 10), (at) => Math.min(20, at));

	it('begins at nothing, goes in steps and stays on the sheet', () => {
		const chart = adoptionChart(
			months(toMonth(2020, 1), toMonth(2020, 2)),
			FRAMES,
			'calendar',
			640
		);
		expect(chart.line).toBe(`M32 218V218H332V34H632`);
		expect(chart.area.endsWith(`V218Z`)).toBe(true);
	});

	it('names years by the room there is, and whole counts', () => {
		const labels = (width: number) =>
			adoptionChart(points, FRAMES, 'calendar', width).xTicks.map(({ label }) => label);
		expect(labels(640)).toEqual(['2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026']);
		expect(labels(340)).toEqual(['2019', '2021', '2023', '2025']);
		const low = adoptionChart(
			months(1, 3, () => 1),
			FRAMES,
			'calendar',
			640
		);
		expect(low.yTicks.map(({ label }) => label)).toEqual(['0', '1']);
	});

	it('flags mergers within its months, one below the other where it is narrow', () => {
		const wide = adoptionChart(points, FRAMES, 'calendar', 640);
		expect(wide.mergers.map(({ label }) => label)).toEqual(['Sắp xếp 01/2020', 'Sắp xếp 07/2025']);
		expect(new Set(wide.mergers.map(({ labelAt }) => labelAt)).size).toBe(1);
		const narrow = adoptionChart(points, FRAMES, 'calendar', 340);
		expect(new Set(narrow.mergers.map(({ labelAt }) => labelAt)).size).toBe(2);
		expect(narrow.mergers.every(({ labelAt }) => labelAt < narrow.top)).toBe(true);
		const after = adoptionChart(points.slice(60), FRAMES, 'calendar', 340);
		expect(after.mergers).toHaveLength(1);
	});

	it('has a table of each December and the last month', () => {
		expect(tableMonths(points).map(({ month }) => month)).toEqual([
			...Array.from({ length: 8 }, (_, at) => toMonth(2018 + at, 12)),
			toMonth(2026, 10)
		]);
	});
});
