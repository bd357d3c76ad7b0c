import { asc, count, eq } from 'drizzle-orm';
import { AGGREGATIONS, DIRECTIONS, PERIODICITIES } from '#lib/domain/indicator.ts';
import { TARGET_METRICS, type StoredSetup } from '#lib/domain/setup/setup.ts';
import type { SetupUses } from '#lib/domain/setup/setup-uses.ts';
import type { Queryable } from '../db/database.ts';
import {
	indicator,
	indicatorHeading,
	indicatorLimit,
	observation,
	observationFormer,
	programme,
	scenario,
	statusEvent,
	target,
	track
} from '../db/schema.ts';
import { findProvinceSettings } from './province-settings.ts';

/** The whole set-up; without a province until one is set up. */
export async function getSetup(db: Queryable): Promise<StoredSetup> {
	const targets = await db.select().from(target).orderBy(asc(target.metric));
	const headings = await db.select().from(indicatorHeading);
	const tracks = await db.select().from(track).orderBy(asc(track.position), asc(track.code));
	const programmes = await db
		.select()
		.from(programme)
		.orderBy(asc(programme.startsOn), asc(programme.code));
	const indicators = await db
		.select()
		.from(indicator)
		.orderBy(asc(indicator.position), asc(indicator.code));
	return {
		province: (await findProvinceSettings(db)) ?? null,
		tracks: tracks.map(({ code, nameVi, nameEn, leadingIndicator }) => ({
			code,
			nameVi,
			nameEn,
			leadingIndicator
		})),
		programmes: programmes.map(
			({ trackCode, code, nameVi, nameEn, document, startsOn, endsOn }) => ({
				code,
				nameVi,
				nameEn,
				track: trackCode,
				document,
				startsOn,
				endsOn,
				targets: targets
					.filter(({ programmeCode }) => programmeCode === code)
					.map(({ metric, value }) => ({ metric: wordOf(metric, TARGET_METRICS), value }))
			})
		),
		indicators: indicators.map(
			({ position: _, numeratorCode, denominatorCode, dueDays, ...entry }) => ({
				...entry,
				aggregation: wordOf(entry.aggregation, AGGREGATIONS),
				periodicity: wordOf(entry.periodicity, PERIODICITIES),
				better: wordOf(entry.better, DIRECTIONS),
				numerator: numeratorCode,
				denominator: denominatorCode,
				dueDays,
				headings: headings
					.filter(({ indicatorCode }) => indicatorCode === entry.code)
					.map(({ heading }) => heading)
					.toSorted()
			})
		),
		limits: (
			await db
				.select()
				.from(indicatorLimit)
				.orderBy(asc(indicatorLimit.partCode), asc(indicatorLimit.wholeCode))
		).map(({ partCode, wholeCode }) => ({ part: partCode, whole: wholeCode }))
	};
}

/** One of the words that the database allows. */
function wordOf<T extends string>(text: string, words: readonly T[]): T {
	const word = words.find((each) => each === text);
	if (word === undefined) throw new Error(`The set-up holds an unknown word: ${text}.`);
	return word;
}

/** What data hangs on tracks and indicators. */
export async function getSetupUses(db: Queryable): Promise<SetupUses> {
	const uses: SetupUses = { tracks: {}, indicators: {} };
	const events = await db
		.select({ code: statusEvent.trackCode, events: count() })
		.from(statusEvent)
		.groupBy(statusEvent.trackCode);
	const plans = await db
		.select({ code: scenario.trackCode, plans: count() })
		.from(scenario)
		.innerJoin(track, eq(track.code, scenario.trackCode))
		.groupBy(scenario.trackCode);
	for (const each of events) uses.tracks[each.code] = { events: each.events, plans: 0 };
	for (const each of plans) {
		uses.tracks[each.code] = { events: uses.tracks[each.code]?.events ?? 0, plans: each.plans };
	}
	const figures = await db
		.select({ code: observation.indicatorCode, figures: count() })
		.from(observation)
		.groupBy(observation.indicatorCode);
	const former = await db
		.select({ code: observationFormer.indicatorCode, former: count() })
		.from(observationFormer)
		.groupBy(observationFormer.indicatorCode);
	for (const each of figures) uses.indicators[each.code] = { figures: each.figures, former: 0 };
	for (const each of former) {
		uses.indicators[each.code] = {
			figures: uses.indicators[each.code]?.figures ?? 0,
			former: each.former
		};
	}
	return uses;
}
