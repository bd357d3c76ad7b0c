import { at } from '../at.ts';
import type { Frames } from '../frames.ts';
import { districtsOf } from '../map/boundary-files.ts';
import { seededRandom } from '../seeded-random.ts';
import { poisson, shuffle } from './distributions.ts';
import { shareOut } from './exact-total.ts';
import type { IndicatorTable } from './indicator-table.ts';
import type { ModelType } from './community-models.ts';
import type { ProgrammeCommune } from './programme.ts';
import { firstDateOf, type StatusEvent } from './status-events.ts';

/** Years of phase 1 for yearly figures. */
const YEARS = [2017, 2018, 2019, 2020];
/** Years after phase 1 in which the listed communes still reported as old units. */
const LATER_YEARS = [2021, 2022, 2023, 2024];
const DISTRICT_COMMITTEES = 9;
const DISTRICT_CONFERENCES = 4;

/** Published totals over the 44 communes, with how the years of phase 1 share them. */
const SHARED_TOTALS = [
	{ indicator: 'O01', total: 786, years: [6, 2, 1, 1], yearlyMeanAfter: 0 },
	{ indicator: 'O04', total: 1550, years: [5, 3, 2, 1], yearlyMeanAfter: 0 },
	{ indicator: 'R01', total: 38, years: [0, 2, 3, 5], yearlyMeanAfter: 0.15 },
	{ indicator: 'R02', total: 72, years: [0, 2, 3, 5], yearlyMeanAfter: 0.3 }
] as const;

function noteSharedTotals(table: IndicatorTable, programme: readonly ProgrammeCommune[]): void {
	for (const { indicator, total, years, yearlyMeanAfter } of SHARED_TOTALS) {
		const slots = programme.flatMap(({ code }) =>
			YEARS.map((year, k) => ({
				code,
				year,
				weight: at(years, k) * (0.7 + 0.6 * seededRandom(`${indicator} ${code}`)())
			}))
		);
		const shares = shareOut(
			seededRandom(`${indicator} in phase 1`),
			total,
			slots.map(({ weight }) => weight)
		);
		slots.forEach(({ code, year }, i) => table.note(code, indicator, { year }, at(shares, i)));
		if (yearlyMeanAfter === 0) continue;
		for (const { code } of programme) {
			for (const year of LATER_YEARS)
				table.note(
					code,
					indicator,
					{ year },
					poisson(seededRandom(`${indicator} ${code} ${year}`), yearlyMeanAfter)
				);
		}
	}
}

/** O02 and O03: each commune set up its committee and held its conference when it was approved and started; some districts did as well. */
function noteLaunches(
	table: IndicatorTable,
	frames: Frames,
	programme: readonly ProgrammeCommune[],
	events: readonly StatusEvent[]
): void {
	for (const { code } of programme) {
		for (const [indicator, status] of [
			['O02', 'approved'],
			['O03', 'active']
		] as const) {
			const launched = Number(firstDateOf(events, code, status)?.slice(0, 4));
			for (const year of YEARS) table.note(code, indicator, { year }, year === launched ? 1 : 0);
		}
	}
	const districts = shuffle(
		seededRandom('districts'),
		districtsOf(frames.first).map(({ code }) => code)
	);
	for (const code of districts.slice(0, DISTRICT_COMMITTEES))
		table.note(code, 'O02', { year: 2017 }, 1);
	for (const code of districts.slice(0, DISTRICT_CONFERENCES))
		table.note(code, 'O03', { year: 2017 }, 1);
}

/** M01: one new type of model for the commune where it began. */
function noteNewTypes(
	table: IndicatorTable,
	programme: readonly ProgrammeCommune[],
	types: readonly ModelType[]
): void {
	for (const { code } of programme) {
		for (const year of [...YEARS, ...LATER_YEARS]) {
			const begun = types.filter(
				(type) => type.birthplace === code && type.foundedOn.startsWith(String(year))
			);
			if (begun.length > 0 || year <= 2020) table.note(code, 'M01', { year }, begun.length);
		}
	}
}

/** The programme's yearly figures. */
export function noteYearlyWork(
	table: IndicatorTable,
	frames: Frames,
	programme: readonly ProgrammeCommune[],
	events: readonly StatusEvent[],
	types: readonly ModelType[]
): void {
	noteSharedTotals(table, programme);
	noteLaunches(table, frames, programme, events);
	noteNewTypes(table, programme, types);
}
