import { describe, expect, it } from 'vitest';
import { buildHistory, commune, merger, statusEvent } from './fixtures/build-history.ts';
import { headlineSeries } from './headline.ts';
import { toMonth, type Month } from './period.ts';

const FIRST_MONTH = toMonth(2017, 1);
const LAST = toMonth(2026, 10);
const at = <T>(series: readonly T[], month: Month): T | undefined => series[month - FIRST_MONTH];

describe('counts of communes', () => {
	const history = buildHistory({
		units: [
			commune(1, { code: '03200', name: 'Pu Nhi', validTo: '2019-12-31' }),
			commune(2, {
				code: '03200',
				name: 'Pu Nhi',
				validFrom: '2020-01-01',
				validTo: '2025-06-30'
			}),
			commune(3, { validTo: '2025-06-30' }),
			commune(10, { validFrom: '2025-07-01' })
		],
		successions: [merger(2, 10), merger(3, 10)],
		events: [
			statusEvent(1, 'approved', '2018-03-10'),
			// Recorded again under the new boundaries: still the same commune and round.
			statusEvent(2, 'approved', '2020-02-01'),
			statusEvent(2, 'met', '2021-05-05'),
			statusEvent(2, 'relapsed', '2023-01-15'),
			statusEvent(2, 'approved', '2024-01-10', { round: 2 }),
			statusEvent(3, 'approved', '2019-06-30'),
			statusEvent(3, 'approved', '2019-06-30', { track: 'drugs' }),
			statusEvent(3, 'succeeded', '2025-07-01')
		]
	});
	const headlines = headlineSeries(history, 'order', LAST);

	it('run from the first month of the timeline to the last', () => {
		expect(headlines.fromMonth).toBe(FIRST_MONTH);
		for (const series of [headlines.approved, headlines.recorded, headlines.comparison]) {
			expect(series).toHaveLength(LAST - FIRST_MONTH + 1);
		}
	});

	it('count each commune once a round, whatever became of it', () => {
		expect(at(headlines.approved, toMonth(2018, 2))).toBe(0);
		expect(at(headlines.approved, toMonth(2018, 3))).toBe(1);
		expect(at(headlines.approved, toMonth(2019, 6))).toBe(2);
		expect(at(headlines.approved, toMonth(2020, 2))).toBe(2);
		expect(at(headlines.approved, toMonth(2024, 1))).toBe(3);
		expect(at(headlines.approved, LAST)).toBe(3);
		expect(at(headlines.transformed, toMonth(2021, 4))).toBe(0);
		expect(at(headlines.transformed, LAST)).toBe(1);
		expect(at(headlines.relapsed, LAST)).toBe(1);
	});

	it('say that there are no figures, rather than zero', () => {
		expect(at(headlines.recorded, LAST)).toBeNull();
		expect(at(headlines.comparison, LAST)).toBeNull();
	});
});

describe('crimes of the province', () => {
	/** Monthly counts over 2023 and 2024. */
	const steady = (perMonth: number, gap?: Month) =>
		new Map(
			Array.from({ length: 24 }, (_, index) => toMonth(2023, 1) + index)
				.filter((month) => month !== gap)
				.map((month) => [month, month >= toMonth(2024, 1) ? perMonth : 2 * perMonth])
		);
	const silent = toMonth(2023, 6);
	const history = buildHistory({
		units: [commune(1), commune(2)],
		leadingCounts: new Map([
			[1, steady(3)],
			[2, steady(5, silent)]
		])
	});
	const headlines = headlineSeries(history, 'order', LAST);

	it('add up what was reported', () => {
		expect(at(headlines.recorded, toMonth(2024, 5))).toBe(8);
		expect(at(headlines.recorded, silent)).toBe(6);
		expect(at(headlines.recorded, toMonth(2025, 1))).toBeNull();
	});

	it('are compared over the communes that reported both windows in full', () => {
		expect(at(headlines.comparison, toMonth(2024, 12))).toEqual({
			now: 36,
			base: 72,
			units: 1,
			ofUnits: 2
		});
		expect(at(headlines.comparison, toMonth(2024, 11))).toBeNull();
		expect(at(headlines.comparison, toMonth(2025, 1))).toBeNull();
	});
});

describe('active sites', () => {
	it('are those founded and not yet retired on the last day of the month', () => {
		const site = {
			id: 1,
			code: 'S1',
			modelCode: 'CAM',
			unitId: 1,
			name: '',
			foundedOn: '2020-03-31',
			retiredOn: '2022-05-31',
			position: null,
			teams: 1,
			replicatedFrom: null
		};
		const history = buildHistory({ units: [commune(1)], sites: new Map([[1, [site]]]) });
		const { activeSites } = headlineSeries(history, 'order', LAST);
		expect(at(activeSites, toMonth(2020, 2))).toBe(0);
		expect(at(activeSites, toMonth(2020, 3))).toBe(1);
		expect(at(activeSites, toMonth(2022, 4))).toBe(1);
		expect(at(activeSites, toMonth(2022, 5))).toBe(0);
	});
});
