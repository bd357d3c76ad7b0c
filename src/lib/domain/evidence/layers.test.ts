import { describe, expect, it } from 'vitest';
import { toMonth, type Month } from '../period.ts';
import { clusterClasses, funnelPlaces, rateLevels } from './layers.ts';
import { randomPoisson, seededRandom } from './random.ts';
import { FrameFigures, type UnitFigures } from './frame-figures.ts';

const AT = toMonth(2020, 12);
const DATA = { from: toMonth(2017, 1), to: AT };

/** Communes of 5,000 people with so many events in each of the last twelve months. */
function communes(perMonth: number[]): UnitFigures[] {
	return perMonth.map((count) => ({
		counts: new Map(
			Array.from({ length: 48 }, (_, at): [Month, number] => [DATA.from + at, count])
		),
		populationOf: () => 5000
	}));
}
const figuresOf = (units: UnitFigures[]) => new FrameFigures(units, DATA);
/** Ten in a row, each beside the next. */
const ROW = Array.from({ length: 10 }, (_, at) => [at - 1, at + 1].filter((n) => n >= 0 && n < 10));

describe('layers of the last twelve months', () => {
	it('class smoothed rates against the common one', () => {
		const levels = rateLevels(figuresOf(communes([0, 1, 1, 1, 1, 1, 1, 1, 1, 8])), AT);
		expect(levels[9]).toBe('far-higher');
		expect(levels[0]).toBe('far-lower');
		expect(levels[4]).toBe('lower');
		expect(new Set(rateLevels(figuresOf(communes([1, 1, 1, 1])), AT))).toEqual(new Set(['common']));
	});

	it('tell what differs from the province by more than chance', () => {
		const places = funnelPlaces(figuresOf(communes([1, 1, 1, 1, 1, 1, 1, 1, 1, 4])), AT);
		expect(places[9]).toBe('above');
		expect(places.slice(0, 9)).toEqual(new Array(9).fill('within'));
	});

	it('find a cluster that is there, the same each time, and none in chance', () => {
		const width = 12;
		const around = Array.from({ length: width * width }, (_, at) => {
			const [x, y] = [at % width, Math.floor(at / width)];
			return [-1, 0, 1]
				.flatMap((dy) => [-1, 0, 1].map((dx) => [x + dx, y + dy] as const))
				.filter(([i, j]) => i >= 0 && i < width && j >= 0 && j < width && (i !== x || j !== y))
				.map(([i, j]) => j * width + i);
		});
		const high = (at: number) => at % width < 3 && at < 3 * width;
		const classes = clusterClasses(
			figuresOf(communes(around.map((_, at) => (high(at) ? 6 : 1)))),
			AT,
			around
		);
		expect(classes[width + 1]).toBe('high-high');
		expect(classes.at(-1)).not.toBe('high-high');
		const random = seededRandom(3);
		const chance = around.map(() => ({
			counts: new Map(
				Array.from({ length: 48 }, (_, at): [Month, number] => [
					DATA.from + at,
					randomPoisson(0.3, random)
				])
			),
			populationOf: () => 5000
		}));
		const found = clusterClasses(figuresOf(chance), AT, around);
		expect(found.filter((each) => each !== 'no-cluster').length).toBeLessThanOrEqual(5);
		expect(clusterClasses(figuresOf(chance), AT, around)).toEqual(found);
	});

	it('name what is missing, and need no neighbours', () => {
		const [known, ...rest] = communes([1, 1, 1, 1]);
		const gap = {
			...known!,
			counts: new Map([...known!.counts].filter(([month]) => month < AT - 2))
		};
		const alone = { ...known!, populationOf: () => 0 };
		const inputs = [gap, alone, ...rest];
		const around = [[1], [0, 2], [1], [], []];
		for (const classes of [
			rateLevels(figuresOf(inputs), AT),
			funnelPlaces(figuresOf(inputs), AT),
			clusterClasses(figuresOf(inputs), AT, around)
		]) {
			expect(classes.slice(0, 2)).toEqual(['not-reported', 'no-population']);
			expect(classes[3]).not.toMatch(/NaN|undefined/);
		}
		expect(rateLevels(figuresOf(communes([0, 0])), AT)).toEqual(['common', 'common']);
		expect(funnelPlaces(figuresOf(communes([0, 0])), AT)).toEqual(['within', 'within']);
		expect(clusterClasses(figuresOf(communes(new Array<number>(10).fill(0))), AT, ROW)).toEqual(
			new Array(10).fill('no-cluster')
		);
	});
});
