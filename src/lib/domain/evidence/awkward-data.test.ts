import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slopePoints, yearlyFigures } from '../commune/yearly.ts';
import { listApprovals } from '../effect/groups.ts';
import { designStudy, studyEffect } from '../effect/study.ts';
import { buildHistory, commune, merger, statusEvent } from '../fixtures/build-history.ts';
import { forecastYear } from '../forecast/forecast.ts';
import { frameFigures } from '../frame-matrices.ts';
import { toMonth, type Month } from '../period.ts';
import { crimeValues } from '../plan/crime-values.ts';
import { watchCommunes } from '../watch/watch-list.ts';
import { estimateChange } from './change-model.ts';
import { TREND_BASES, TREND_QUESTIONS } from './classes.ts';
import { clusterClasses, funnelPlaces, rateLevels } from './layers.ts';
import { fitSlope } from './slope.ts';
import { summariseTrends } from './trend-summary.ts';
import { computeTrends } from './trend.ts';

const FROM = toMonth(2017, 1);
const TO = toMonth(2026, 6);

/** A province as bad as data gets: no people, missing months, nothing at all, one event, a merger in between. */
const provinces = fc
	.array(
		fc.record({
			people: fc.constantFrom(undefined, 0, 1, 3000, 50_000),
			level: fc.constantFrom(0, 0, 1, 7),
			missing: fc.array(fc.integer({ min: FROM, max: TO }), { maxLength: 30 }),
			approved: fc.option(fc.constantFrom('2017-01-01', '2018-06-01', '2026-05-01'), {
				nil: undefined
			}),
			met: fc.boolean(),
			merged: fc.boolean()
		}),
		{ minLength: 1, maxLength: 9 }
	)
	.map((parts) => {
		const merged = parts.flatMap((part, at) => (part.merged ? [at + 1] : []));
		const joins = merged.length >= 2;
		const ends = (id: number) => joins && merged.includes(id);
		const units = parts.map((_, at) =>
			commune(at + 1, ends(at + 1) ? { validTo: '2025-06-30' } : {})
		);
		if (joins) units.push(commune(100, { validFrom: '2025-07-01' }));
		const crimes = new Map<number, Map<Month, number>>();
		const last = toMonth(2025, 6);
		parts.forEach(({ level, missing }, at) => {
			const series = new Map<Month, number>();
			for (let month = FROM; month <= (ends(at + 1) ? last : TO); month++) {
				if (!missing.includes(month)) series.set(month, (month * (at + 3)) % (level + 1));
			}
			crimes.set(at + 1, series);
		});
		if (joins) crimes.set(100, new Map([[TO, 1]]));
		const events = parts.flatMap(({ approved, met }, at) =>
			approved === undefined
				? []
				: [
						statusEvent(at + 1, 'approved', approved),
						...(met ? [statusEvent(at + 1, 'met', '2020-03-01')] : [])
					]
		);
		return buildHistory({
			units,
			leadingCounts: crimes,
			events,
			successions: joins ? merged.map((id) => merger(id, 100)) : [],
			population: new Map(
				parts.flatMap(({ people }, at) =>
					people === undefined ? [] : [[at + 1, new Map([[2019, people]])] as const]
				)
			)
		});
	});

/** Whatever is in it, no number may be none. */
function expectNumbers(value: unknown, path = 'it'): void {
	if (typeof value === 'number') expect(Number.isFinite(value), path).toBe(true);
	else if (Array.isArray(value)) value.forEach((each, at) => expectNumbers(each, `${path}[${at}]`));
	else if (value !== null && typeof value === 'object') {
		for (const [key, each] of Object.entries(value)) expectNumbers(each, `${path}.${key}`);
	}
}

describe('evidence from awkward data', () => {
	it('has reasons where it has no numbers, and never numbers that are none', () => {
		fc.assert(
			fc.property(
				provinces,
				fc.constantFrom(FROM, toMonth(2018, 12), toMonth(2025, 8), TO),
				(history, at) => {
					for (const frame of history.frames) {
						const figures = frameFigures(history, { frame, last: TO, all: true });
						if (!figures) continue;
						const around = frame.unitIds.map((_, row) => (row % 3 === 0 ? [] : [row - 1]));
						for (const base of TREND_BASES) {
							for (const question of TREND_QUESTIONS) {
								const results = computeTrends(figures, at, { base, question });
								expectNumbers(results, `${base} ${question}`);
								expectNumbers(summariseTrends(results), base);
								for (const result of results) {
									if ('trend' in result) expectNumbers(estimateChange(result.trend.windows));
								}
							}
						}
						for (const classes of [
							rateLevels(figures, at),
							funnelPlaces(figures, at),
							clusterClasses(figures, at, around)
						]) {
							expect(classes.every((each) => typeof each === 'string')).toBe(true);
						}
						expectNumbers(crimeValues(figures, at, () => undefined));
						expectNumbers(forecastYear(figures, Math.min(at, figures.data.to)));
						for (const { counts, populationOf } of figures.units) {
							const years = yearlyFigures(counts, (year) => populationOf(year, 2026), {
								from: FROM,
								to: TO
							});
							expectNumbers(years);
							expectNumbers(fitSlope(slopePoints(years), 0.04));
						}
					}
				}
			),
			{ numRuns: 60 }
		);
	});

	it('studies and watches it all the same', () => {
		fc.assert(
			fc.property(provinces, (history) => {
				const approvals = listApprovals(history);
				const design = designStudy(approvals, history.dataMonths!);
				for (const frame of history.frames) {
					const figures = frameFigures(history, { frame, last: TO, all: true });
					if (!figures) continue;
					if (design) {
						const study = studyEffect(
							...([history, frame, figures, approvals, design, []] as const),
							(row) => [row - 1, row + 1].filter((other) => other in frame.unitIds)
						);
						expectNumbers(study);
						expect(study.outcome === 'cannot-tell').toBe(study.obstacle !== undefined);
					}
					const watched = [...watchCommunes(history, frame, figures, TO, new Map())];
					expectNumbers(watched);
					expect(watched.map(({ unitId }) => unitId)).toEqual(frame.unitIds);
					for (const { absence, look } of watched) {
						expect(absence === undefined).toBe(look !== undefined);
					}
				}
			}),
			{ numRuns: 25 }
		);
	});
});
