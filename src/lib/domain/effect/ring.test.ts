import { describe, expect, it } from 'vitest';
import { randomPoisson, seededRandom } from '../evidence/random.ts';
import { buildHistory, commune } from '../fixtures/build-history.ts';
import { frameFigures } from '../frame-matrices.ts';
import { toMonth, type Month } from '../period.ts';
import { studyRing } from './ring.ts';

const BEFORE = { from: toMonth(2018, 1), to: toMonth(2019, 12) };
const AFTER = { from: toMonth(2022, 1), to: toMonth(2023, 12) };
const TREATED = [0, 1];

/** Two treated communes, then the ring, then the others; each has so many cases a month on average. */
function ringStudy({ ring = 5, others = 10, cases = 4, after = 4, links = 1 } = {}) {
	const random = seededRandom(7);
	const communes = TREATED.length + ring + others;
	const inRing = (row: number) => row >= TREATED.length && row < TREATED.length + ring;
	const series = (row: number) => {
		const counts = new Map<Month, number>();
		for (let month = toMonth(2017, 1); month <= toMonth(2024, 12); month++) {
			const mean = inRing(row) && month >= AFTER.from ? after : cases;
			counts.set(month, randomPoisson(mean, random));
		}
		return counts;
	};
	const rows = Array.from({ length: communes }, (_, row) => row);
	const history = buildHistory({
		units: rows.map((row) => commune(row + 1)),
		leadingCounts: new Map(rows.map((row) => [row + 1, series(row)])),
		population: new Map(rows.map((row) => [row + 1, new Map([[2017, 5000]])]))
	});
	const frame = history.frames[0] ?? expect.fail();
	const figures =
		frameFigures(history, { frame, last: toMonth(2024, 12), all: true }) ?? expect.fail();
	const groups = { treated: TREATED, controls: rows.slice(TREATED.length) };
	// A ring commune may border on several treated ones.
	const neighbours = (row: number) => (row < links ? rows.filter(inRing) : []);
	return studyRing(figures, groups, BEFORE, AFTER, neighbours);
}

describe('the ring around treated communes', () => {
	it('takes five communes against ten others', () => {
		expect(ringStudy().ratio).toBeDefined();
		expect(ringStudy({ ring: 4 })).toMatchObject({ communes: 4, outcome: 'cannot-tell' });
		expect(ringStudy({ ring: 4 }).ratio).toBeUndefined();
		expect(ringStudy({ others: 9 }).ratio).toBeUndefined();
	});

	it('is left out of a second ratio where ten others remain', () => {
		expect(ringStudy({ ring: 4 }).withoutRing).toBeDefined();
		expect(ringStudy({ others: 9 }).withoutRing).toBeUndefined();
	});

	it('counts a commune once, on however many treated ones it borders', () => {
		const [once, twice] = [ringStudy({ links: 1 }), ringStudy({ links: 2 })];
		expect(twice.communes).toBe(5);
		expect(twice).toEqual(once);
	});

	it('says that crime moved only when the whole interval is above one', () => {
		expect(ringStudy({ cases: 20, after: 40 }).outcome).toBe('moved');
		expect(ringStudy({ cases: 20, after: 20 }).outcome).toBe('no-sign');
		expect(ringStudy({ cases: 0.2, after: 0.2 }).outcome).toBe('cannot-tell');
		const fewer = ringStudy({ cases: 20, after: 10 });
		expect(fewer.outcome).toBe('no-sign');
		expect(fewer.ratio?.interval[1]).toBeLessThan(1);
	});

	it('has the ratio of the ring to the others over the same windows', () => {
		expect(ringStudy({ cases: 20, after: 30 }).ratio?.ratio).toBeCloseTo(1.5, 1);
	});
});
