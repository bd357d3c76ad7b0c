import { describe, expect, it } from 'vitest';
import { randomGamma, randomPoisson, seededRandom } from '../evidence/random.ts';
import { buildHistory, commune, merger, statusEvent } from '../fixtures/build-history.ts';
import { frameFigures } from '../frame-matrices.ts';
import { toMonth, type Month } from '../period.ts';
import type { TrackHistory } from '../track-history.ts';
import { listApprovals } from './groups.ts';
import { designStudy, findStudyFrame, studyEffect } from './study.ts';
import type { Study, StudyQuestion } from './study-types.ts';

const FROM = toMonth(2017, 1);
const TO = toMonth(2026, 10);
const APPROVED = toMonth(2021, 4);
const COMMUNES = 60;
const TREATED = 20;

interface World {
	/** Cases a commune and year. */
	mean?: number;
	/** What the programme does to the cases of treated communes, and to those of their ring. */
	effect?: number;
	ring?: number;
	approved?: string;
	from?: Month;
	missing?: (unit: number, month: Month) => boolean;
}

/** A province in which the first twenty communes are approved in April 2021; the next ten are their ring. */
function province({ mean = 10, effect = 1, ring = 1, approved, from = FROM, missing }: World = {}) {
	const random = seededRandom(3);
	const crimes = new Map<number, Map<Month, number>>();
	for (let unit = 1; unit <= COMMUNES; unit++) {
		const level = (mean / 12) * (0.5 + randomGamma(4, random) / 8);
		const series = new Map<Month, number>();
		for (let month = from; month <= TO; month++) {
			const factor = month < APPROVED ? 1 : unit <= TREATED ? effect : unit <= 30 ? ring : 1;
			const count = randomPoisson(level * factor, random);
			if (!missing?.(unit, month)) series.set(month, count);
		}
		crimes.set(unit, series);
	}
	return buildHistory({
		units: Array.from({ length: COMMUNES }, (_, at) => commune(at + 1)),
		leadingCounts: crimes,
		population: new Map(
			Array.from({ length: COMMUNES }, (_, at) => [at + 1, new Map([[2017, 5000]])])
		),
		events: Array.from({ length: TREATED }, (_, at) =>
			statusEvent(at + 1, 'approved', approved ?? '2021-04-15')
		)
	});
}

/** Ring communes border on treated ones. */
const around = (row: number) =>
	row < 10 ? [row + TREATED] : row < 30 && row >= 20 ? [row - 20] : [];

function study(history: TrackHistory, { years, without = [] }: StudyQuestion = {}): Study {
	const approvals = listApprovals(history);
	const design = designStudy(approvals, history.dataMonths!, years) ?? expect.fail('no design');
	const frame = findStudyFrame(history, design.after?.to ?? TO) ?? expect.fail('no frame');
	const figures =
		frameFigures(history, { frame, last: TO, all: true }) ?? expect.fail('no figures');
	return studyEffect(history, frame, figures, approvals, design, without, around);
}

describe('did it work', () => {
	it('looks at whole years well before and well after', () => {
		const found = study(province());
		expect(found.before).toEqual({ from: APPROVED - 48, to: APPROVED - 25 });
		expect(found.after).toEqual({ from: APPROVED + 12, to: APPROVED + 35 });
		expect(found.treated).toHaveLength(TREATED);
		expect(found.controls).toHaveLength(COMMUNES - TREATED);
		expect(found.years).toEqual([{ year: 2021, communes: TREATED }]);
	});

	it.each([
		[0.3, 'fell'],
		[3, 'rose'],
		[1, 'cannot-tell']
	] as const)('finds an effect of ×%d: %s', (effect, outcome) => {
		const found = study(province({ effect }));
		expect(found.outcome).toBe(outcome);
		expect(found.preCheck).toBe('passed');
		if (outcome === 'cannot-tell') {
			expect(found.obstacle).toBe('too-wide');
			expect(found.certainty).toBe('not-sure');
			expect(found.yearsNeeded).toBeGreaterThan(2);
		} else expect(found.certainty).toBe('sure');
	});

	it('finds no material difference where there are cases enough to say so', () => {
		expect(study(province({ mean: 400 })).outcome).toBe('same');
	});

	it('does not change with the order of communes', () => {
		const history = province({ effect: 0.7 });
		const [frame] = history.frames;
		const turned = { ...frame!, unitIds: [...frame!.unitIds].reverse() };
		const one = study(history);
		const other = study({ ...history, frames: [turned] });
		expect(other.ratio).toEqual(one.ratio);
		expect(other.outcome).toBe(one.outcome);
		expect(other.blocks).toEqual(one.blocks);
	});

	it('says who was taken out, and leaves treated communes in', () => {
		const found = study(province(), { without: [1, 40, 41] });
		expect(found.left).toEqual([
			{ unitId: 40, reason: 'taken-out' },
			{ unitId: 41, reason: 'taken-out' }
		]);
		expect(found.controls).toHaveLength(COMMUNES - TREATED - 2);
	});

	it('leaves out who did not report enough, and lacking months on both sides', () => {
		const found = study(
			province({
				missing: (unit, month) =>
					(unit === 50 && month > APPROVED + 12 && month < APPROVED + 24) ||
					(unit === 51 && month === APPROVED + 13)
			})
		);
		expect(found.left).toEqual([{ unitId: 50, reason: 'not-reported' }]);
		const whole = study(province());
		const armOf = ({ controls }: Study) => controls.find(({ unitId }) => unitId === 51)!;
		expect(armOf(found).before).toBeLessThanOrEqual(armOf(whole).before);
	});

	it('cannot be told where history is too short, and gives the ends of what may be', () => {
		const found = study(province({ effect: 0.5, from: APPROVED - 11 }));
		expect(found).toMatchObject({ outcome: 'cannot-tell', obstacle: 'short-history', blocks: [] });
		expect(found.short!.window).toEqual({ from: APPROVED - 11, to: APPROVED - 1 });
		expect(found.short!.plain).toBeLessThan(1);
		expect(found.short!.plain).toBeLessThanOrEqual(found.short!.drawnBack + 0.2);
		expect(study(province({ from: APPROVED - 5 })).short).toBeUndefined();
	});

	it('cannot be told soon after approval', () => {
		const found = study(province({ approved: '2025-03-01' }));
		expect(found).toMatchObject({ outcome: 'cannot-tell', obstacle: 'too-recent' });
	});

	it('cannot be told of few communes or few cases', () => {
		expect(study(province({ mean: 0.05 })).obstacle).toBe('too-few-cases');
		const history = province();
		const few = buildHistory({
			units: [...history.units.values()],
			population: history.population,
			leadingCounts: history.leadingCounts,
			events: [1, 2, 3, 4].map((id) => statusEvent(id, 'approved', '2021-04-15'))
		});
		expect(study(few).obstacle).toBe('too-few-treated');
		const all = buildHistory({
			units: [...history.units.values()],
			population: history.population,
			leadingCounts: history.leadingCounts,
			events: [...history.units.keys()].map((id) => statusEvent(id, 'approved', '2021-04-15'))
		});
		expect(study(all).obstacle).toBe('too-few-controls');
	});

	it('cannot be told where the groups had moved apart before anybody was chosen', () => {
		const history = province({ mean: 40 });
		for (let unit = 1; unit <= TREATED; unit++) {
			const series = history.leadingCounts.get(unit) as Map<Month, number>;
			for (let month = APPROVED - 36; month < APPROVED - 24; month++) {
				series.set(month, series.get(month)! * 3);
			}
		}
		expect(study(history)).toMatchObject({ preCheck: 'failed', obstacle: 'moved-apart' });
	});

	it('asks of neighbours whether crime moved, with a margin', () => {
		expect(study(province({ ring: 3 })).ring).toMatchObject({ outcome: 'moved', communes: 10 });
		expect(study(province({ mean: 300 })).ring).toMatchObject({ outcome: 'no-sign' });
		expect(study(province({ mean: 5 })).ring!.outcome).toBe('cannot-tell');
		const found = study(province({ ring: 3 }));
		expect(found.ring!.withoutRing!.ratio).toBeGreaterThan(found.ratio!.ratio);
	});

	it('shows selection and start as hollow', () => {
		const { blocks } = study(province());
		expect(blocks.filter(({ hollow }) => hollow).map(({ months }) => months.from)).toEqual([
			APPROVED - 24,
			APPROVED - 12,
			APPROVED
		]);
		expect(blocks.at(-1)!.months.to).toBeLessThanOrEqual(TO);
	});
});

describe('on merged boundaries', () => {
	it('a unit is treated by two thirds of its people, and left out by a part', () => {
		const old = { validTo: '2025-06-30' };
		const units = [1, 2, 3, 4, 5].map((id) => commune(id, old));
		const merged = [10, 11, 12].map((id) => commune(id, { validFrom: '2025-07-01' }));
		const counts = new Map<number, Map<Month, number>>();
		for (const { id } of [...units, ...merged]) {
			const [from, to] = id < 10 ? [FROM, toMonth(2025, 6)] : [toMonth(2025, 7), TO];
			counts.set(id, new Map(Array.from({ length: to - from + 1 }, (_, at) => [from + at, 5])));
		}
		const history = buildHistory({
			units: [...units, ...merged],
			successions: [merger(1, 10), merger(2, 10), merger(3, 11), merger(4, 11), merger(5, 12)],
			leadingCounts: counts,
			population: new Map([
				[1, new Map([[2017, 2000]])],
				[2, new Map([[2017, 1000]])],
				[3, new Map([[2017, 1000]])],
				[4, new Map([[2017, 1000]])],
				[5, new Map([[2017, 1000]])]
			]),
			events: [1, 3].map((id) => statusEvent(id, 'approved', '2023-04-15'))
		});
		const found = study(history);
		expect(found.frame).toBe('2025-07-01');
		expect(found.treated.map(({ unitId }) => unitId)).toEqual([10]);
		expect(found.controls.map(({ unitId }) => unitId)).toEqual([12]);
		expect(found.left).toEqual([{ unitId: 11, reason: 'mixed' }]);
	});
});
