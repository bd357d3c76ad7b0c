import { TREND_BASES, type TrendBase, type TrendQuestion } from '#lib/domain/evidence/classes.ts';
import { findLikeCommunes, type Likeness } from '#lib/domain/commune/like-communes.ts';
import {
	findGaps,
	slopePoints,
	smoothYears,
	sumYears,
	yearlyFigures,
	type YearFigure
} from '#lib/domain/commune/yearly.ts';
import type { FunnelPosition } from '#lib/domain/evidence/funnel.ts';
import { fitSlope } from '#lib/domain/evidence/slope.ts';
import type { TrendResult } from '#lib/domain/evidence/trend.ts';
import { populationIn } from '#lib/domain/population.ts';
import { isEventCount, type Indicator } from '#lib/domain/indicator.ts';
import { eventsOn, frameMonths, populationOn, recordOf } from '#lib/domain/history.ts';
import type { Absence } from '#lib/domain/observation.ts';
import { monthEnd, yearOf, type Month } from '#lib/domain/period.ts';
import type { MatrixScope } from '#lib/domain/reading.ts';
import { isAllowedMove, statusAt, STATUSES } from '#lib/domain/status.ts';
import { countsOn, monthsOf } from '#lib/domain/track-history.ts';
import { findFrame, isValidOn, type Frame, type Unit } from '#lib/domain/unit.ts';
import type { CommuneEvidence, ComparisonGroup, EventYears } from '#lib/view/evidence-wire.ts';
import type { Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';
import { listAround } from './around.ts';
import { getBoundaryNote } from './boundaries.ts';
import { loadMonthly } from './load-history.ts';
import { getNeighbours } from './neighbours.ts';
import { findUnitDetails } from './unit-details.ts';

/**
 * Everything about the commune that a code means in a month; undefined when it means none then.
 *
 * @param asked the month in view; undefined for the latest that was reported
 */
export async function findCommuneEvidence(
	db: Queryable,
	province: Province,
	code: string,
	{ track, last, asked }: { track: string; last: Month; asked: Month | undefined }
): Promise<CommuneEvidence | undefined> {
	const history = province.historyOf(track);
	const { calendar } = history;
	const month = Math.min(last, asked ?? history.dataMonths?.to ?? last);
	const sameCode = [...history.units.values()].filter(
		(unit) => unit.level === 'commune' && unit.code === code
	);
	const unit = sameCode.find((each) => isValidOn(each, monthEnd(month, calendar)));
	const frame = findFrame(history.frames, month, calendar);
	if (!unit || !frame) return undefined;
	const details = await findUnitDetails(db, province, unit.id, track, 'same-period', {
		last,
		all: false
	});
	if (!details) return undefined;
	const neighbours =
		(await province.once(`neighbours ${frame.from}`, () => getNeighbours(db, frame))).get(
			unit.id
		) ?? [];
	const note = await province.once(`boundary note ${frame.from}`, () => getBoundaryNote(db, frame));
	const leading = province.leadingIndicator(track);
	const kinds = [
		...(leading ? [leading] : []),
		...province.indicators.filter((each) => each !== leading && isEventCount(each))
	];
	const byCode = new Map(
		await Promise.all(
			kinds.map(
				async ({ code }) => [code, await yearsOf(db, province, frame, month, code)] as const
			)
		)
	);
	const ledBy = (leading && byCode.get(leading.code)) ?? new Map<number, YearFigure[]>();
	const own = ledBy.get(unit.id) ?? [];
	const like = findLike(province, unit, frame, ledBy, month);
	const members = { own: [unit.id], province: frame.unitIds, neighbours, like };
	const unitsOf = (ids: readonly number[]) => ids.map((id) => history.units.get(id)!);
	const scope = { frame, last, all: false, track };
	const noise = await province.evidence.ask('noise', scope, month);
	const funnel = (await province.evidence.ask('funnel', scope, month))[
		frame.unitIds.indexOf(unit.id)
	];
	return {
		details,
		month,
		boundariesUrl: `/api/boundaries/${frame.from}/${note.contentHash}.json`,
		population: populationIn(history, unit.id, yearOf(month), yearOf(month)) ?? null,
		sameCode: otherCommunes(sameCode, unit),
		neighbours: unitsOf(neighbours),
		like: unitsOf(like),
		events: kinds.flatMap((indicator) => {
			const years = byCode.get(indicator.code)!;
			if (!years.get(unit.id)?.length) return [];
			return eventYears(indicator, years, members);
		}),
		slope: fitSlope(slopePoints(own), noise?.v ?? 0),
		gaps: history.dataMonths
			? findGaps(countsOn(history, unit.id, month), {
					from: history.dataMonths.from,
					to: Math.min(month, history.dataMonths.to)
				})
			: [],
		trends: await trendsOf(province, unit, scope, month),
		funnel: typeof funnel === 'object' ? funnel : null,
		forecast: await forecastOf(province, frame.unitIds.indexOf(unit.id), scope, month, funnel),
		steps: province.tracks.map(({ code: trackCode }) => {
			const status = statusAt(recordOf(history, unit.id, trackCode), monthEnd(month, calendar));
			return {
				track: trackCode,
				status,
				next: STATUSES.filter((to) => to !== 'succeeded' && isAllowedMove(status, to))
			};
		}),
		around: listAround(province, frame, track, monthEnd(month, calendar))
	};
}

/** Other communes of the same code, each once: where one plainly went on, its last period. */
function otherCommunes(sameCode: readonly Unit[], unit: Unit): Unit[] {
	const byName = new Map(sameCode.map((each) => [each.name, each]));
	byName.delete(unit.name);
	return [...byName.values()];
}

/** Events by year of all communes of a frame, each on its own boundaries. */
function yearsOf(
	db: Queryable,
	province: Province,
	frame: Frame,
	month: Month,
	code: string
): Promise<Map<number, YearFigure[]>> {
	const { history } = province;
	return province.once(`years ${frame.from} ${month} ${code}`, async () => {
		const reported =
			history.counts.get(code) ??
			(await province.once(`monthly ${code}`, () => loadMonthly(db, code, history.calendar)));
		const months = monthsOf(reported);
		if (!months) return new Map<number, YearFigure[]>();
		const range = { from: months.from, to: Math.min(month, months.to) };
		return new Map(
			frame.unitIds.map((id) => [
				id,
				yearlyFigures(
					eventsOn(history, reported, id, range),
					(year) => populationOn(history, id, year, yearOf(month)),
					range
				)
			])
		);
	});
}

function eventYears(
	indicator: Indicator,
	years: ReadonlyMap<number, YearFigure[]>,
	members: Record<ComparisonGroup, readonly number[]>
): EventYears {
	const of = (group: ComparisonGroup) => members[group].map((id) => years.get(id) ?? []);
	const [own = []] = of('own');
	return {
		indicator,
		yearly: {
			own,
			province: sumYears(of('province')),
			neighbours: sumYears(of('neighbours')),
			like: sumYears(of('like'))
		},
		smoothed: smoothYears(own, of('province'))
	};
}

function findLike(
	{ history }: Province,
	unit: Unit,
	frame: Frame,
	years: ReadonlyMap<number, readonly YearFigure[]>,
	month: Month
): number[] {
	const likeness = (id: number): Likeness | undefined => {
		const population = populationOn(history, id, yearOf(month), yearOf(month));
		const known = (years.get(id) ?? []).filter(({ exposure }) => exposure !== undefined);
		const exposure = known.reduce((sum, figure) => sum + figure.exposure!, 0);
		if (population === undefined || population <= 0 || exposure === 0) return undefined;
		const count = known.reduce((sum, figure) => sum + figure.count, 0);
		return { unitId: id, kind: history.units.get(id)!.kind, population, rate: count / exposure };
	};
	const one = likeness(unit.id);
	const all = frame.unitIds.flatMap((id) => likeness(id) ?? []);
	return one ? findLikeCommunes(one, all) : [];
}

type Scope = MatrixScope & { track: string };

async function trendsOf(
	province: Province,
	unit: Unit,
	scope: Scope,
	month: Month
): Promise<CommuneEvidence['trends']> {
	const { from } = frameMonths(scope.frame, scope.last, province.history.calendar);
	const of = async (base: TrendBase, question: TrendQuestion): Promise<TrendResult> => {
		const asked = { ...scope, base, question };
		const trends = await province.evidence.ask('unitTrends', asked, unit.id);
		return trends[month - from] ?? { missing: 'not-available' };
	};
	return Promise.all(
		TREND_BASES.map(async (base) => ({
			base,
			results: { own: await of(base, 'own'), province: await of(base, 'province') }
		}))
	);
}

/** What is to be expected next, and was of the last twelve months, whose count the funnel has. */
async function forecastOf(
	province: Province,
	row: number,
	scope: Scope,
	month: Month,
	funnel: FunnelPosition | Absence | undefined
): Promise<CommuneEvidence['forecast']> {
	const next = (await province.evidence.ask('forecast', scope, month)).units[row];
	const then = (await province.evidence.ask('forecast', scope, month - 12)).units[row];
	return {
		next: next ?? null,
		last: then && typeof funnel === 'object' ? { expected: then, count: funnel.count } : null
	};
}
