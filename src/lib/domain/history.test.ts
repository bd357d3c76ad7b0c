import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildHistory, commune, merger, statusEvent } from './fixtures/build-history.ts';
import { firstApproval, frameMonths, recordOf, sitesOn, wasValidIn } from './history.ts';
import { countsOn } from './track-history.ts';
import { addDays, firstDay, monthEnd, SCHEMES, toMonth } from './period.ts';
import { makeupOn } from './reading.ts';
import { isValidOn } from './unit.ts';

const OLD = { validFrom: '2020-01-01', validTo: '2025-06-30' };
const NEW = { validFrom: '2025-07-01' };

describe('a commune that goes on over a change of boundaries elsewhere', () => {
	const approval = statusEvent(1, 'approved', '2018-05-02');
	const met = statusEvent(2, 'met', '2021-03-04');
	const history = buildHistory({
		units: [
			commune(1, { code: '03200', name: 'Pu Nhi', validTo: '2019-12-31' }),
			commune(2, { code: '03200', name: 'Pu Nhi', ...OLD })
		],
		events: [met, approval]
	});

	it('keeps its record', () => {
		expect(recordOf(history, 2, 'order')).toEqual([approval, met]);
		expect(firstApproval(history, 2, 'order')).toBe('2018-05-02');
		expect(makeupOn(history, 2, 'order', '2020-01-01')).toEqual({ own: 'approved' });
		expect(makeupOn(history, 1, 'order', '2022-01-01')).toEqual({ own: 'met' });
	});
});

describe('figures on the boundaries of a merged commune', () => {
	const months = [toMonth(2025, 6), toMonth(2025, 7)] as const;

	it('are those of its former communes before, its own after', () => {
		const history = buildHistory({
			units: [commune(1, OLD), commune(2, OLD), commune(10, NEW)],
			successions: [merger(1, 10), merger(2, 10)],
			leadingCounts: new Map([
				[1, new Map([[months[0], 2]])],
				[2, new Map([[months[0], 3]])],
				[10, new Map([[months[1], 4]])]
			])
		});
		expect([...countsOn(history, 10, months[1])]).toEqual([
			[months[0], 5],
			[months[1], 4]
		]);
		expect(countsOn(history, 10, months[0]).size).toBe(1);
	});

	it('include the sites of those that went over for the most part', () => {
		const site = (id: number, unitId: number) => ({
			id,
			unitId,
			code: `S${id}`,
			modelCode: 'CAM',
			name: '',
			foundedOn: '2021-01-01',
			retiredOn: null,
			position: null,
			teams: 1,
			replicatedFrom: null
		});
		const history = buildHistory({
			units: [commune(1, OLD), commune(2, OLD), commune(10, NEW)],
			successions: [merger(1, 10), merger(2, 10, { kind: 'part', populationWeight: 0.2 })],
			sites: new Map([
				[1, [site(1, 1)]],
				[2, [site(2, 2)]],
				[10, [site(3, 10)]]
			])
		});
		expect(sitesOn(history, 10).map(({ id }) => id)).toEqual([3, 1]);
	});
});

describe('frameMonths', () => {
	it('are the months that end within the frame, up to the last one shown', () => {
		const frame = { from: '2020-01-01', to: '2025-06-30', unitIds: [] };
		expect(frameMonths(frame, toMonth(2026, 11), 'calendar')).toEqual({
			from: toMonth(2020, 1),
			to: toMonth(2025, 6)
		});
		expect(frameMonths({ ...frame, to: null }, toMonth(2026, 11), 'calendar').to).toBe(
			toMonth(2026, 11)
		);
		expect(firstDay(frameMonths(frame, toMonth(2021, 3), 'calendar').to)).toBe('2021-03-01');
	});
});

it('counts a unit in the months at whose end it is valid, in either calendar', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 3000 }),
			fc.option(fc.integer({ min: 0, max: 1500 })),
			fc.constantFrom(...SCHEMES),
			(start, length, calendar) => {
				const validFrom = addDays('2017-01-01', start);
				const validTo = length === null ? null : addDays(validFrom, length);
				const unit = commune(1, { validFrom, validTo });
				const history = { units: new Map([[1, unit]]), calendar };
				for (let month = toMonth(2016, 11); month <= toMonth(2030, 1); month++) {
					expect(wasValidIn(history, 1, month)).toBe(isValidOn(unit, monthEnd(month, calendar)));
				}
			}
		),
		{ numRuns: 200 }
	);
});
