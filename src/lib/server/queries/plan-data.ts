import {
	eventsOn,
	populationOn,
	recordOf,
	sitesOn,
	type History,
	type UnitCounts
} from '#lib/domain/history.ts';
import { isActiveOn } from '#lib/domain/community-model.ts';
import { sumWindow } from '#lib/domain/observation.ts';
import { monthEnd, monthPeriod, yearOf, type IsoDate, type Month } from '#lib/domain/period.ts';
import type { CriterionValues } from '#lib/domain/plan/criteria.ts';
import { neighbourLevel } from '#lib/domain/plan/plan-ranks.ts';
import type { Standing } from '#lib/domain/plan/eligibility.ts';
import { latestSelf, makeupOn } from '#lib/domain/reading.ts';
import { programmeBegan } from '#lib/domain/programme.ts';
import { statusAt } from '#lib/domain/status.ts';
import { eventfulDays } from '#lib/domain/timeline.ts';
import type { TrackHistory } from '#lib/domain/track-history.ts';
import { findFrame, fullName } from '#lib/domain/unit.ts';
import type { PlanData, PlanUnit } from '#lib/view/plan-wire.ts';
import type { Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';
import { getBoundaryNote } from './boundaries.ts';
import { listFrameUnits } from './frame-units.ts';
import { loadMonthly } from './load-history.ts';
import { getNeighbours } from './neighbours.ts';
import { openAlert, recordsOf, sinceOf } from './plan-record.ts';
import { getWatchList } from './watch-list.ts';

const YEAR = 12;

/**
 * Everything that a plan is made from, as it was known at the end of a month; undefined where no boundaries
 * are known then.
 */
export async function getPlanData(
	db: Queryable,
	province: Province,
	{ track, month, last }: { track: string; month: Month; last: Month }
): Promise<PlanData | undefined> {
	const history = province.historyOf(track);
	const { calendar } = history;
	const frame = findFrame(history.frames, month, calendar);
	if (!frame) return undefined;
	const scope = { frame, last, all: false };
	const around = await province.once(`neighbours ${frame.from}`, () => getNeighbours(db, frame));
	const note = await province.once(`boundary note ${frame.from}`, () => getBoundaryNote(db, frame));
	const known = Math.min(month, history.dataMonths?.to ?? month);
	const crime = await province.evidence.ask('crimeValues', { ...scope, track }, known);
	const levels = new Map(
		crime.flatMap(({ crime: { level, people } }, row) =>
			level && people ? [[frame.unitIds[row]!, { level: level.mean, people }] as const] : []
		)
	);
	const cleared = await loadCleared(db, province, track);
	const watch = await getWatchList(db, province, { track, month, last, on: undefined });
	const watched = new Map(watch.rows.map((row) => [row.unitId, row.alarms]));
	const end = monthEnd(month, calendar);
	const began = beganOn(history, track, end);
	const frameUnits = listFrameUnits(province, scope, track);
	return {
		frame: frame.from,
		month,
		track,
		detected: province.leadingIndicator(track)?.better === 'depends',
		boundariesUrl: `/api/boundaries/${frame.from}/${note.contentHash}.json`,
		units: frame.unitIds.map((unitId, row): PlanUnit => {
			const { crime: own = {}, cases = {} } = crime[row] ?? {};
			const neighbours = around.get(unitId) ?? [];
			const cluster = neighbourLevel(neighbours, (id) => levels.get(id));
			const values: CriterionValues = {
				...(own.level ? { rate: Math.log(own.level.mean) } : {}),
				...(own.rising ? { rising: own.rising.mean } : {}),
				...(cluster === undefined ? {} : { cluster: Math.log(cluster) }),
				...(own.relapse ? { relapse: own.relapse.mean } : {}),
				waiting: yearsWaited(history, unitId, end, began),
				...perPeople(history, unitId, month),
				...clearedRate(history, cleared, unitId, known)
			};
			const rounds = recordOf(history, unitId, track).flatMap(({ round, effectiveDate }) =>
				effectiveDate <= end ? [round] : []
			);
			return {
				unit: history.units.get(unitId)!,
				group: frameUnits[row]!.districts[0] ?? '',
				standing: standingOf(history, unitId, track, end),
				values,
				crime: own,
				neighbours,
				nextRound: 1 + Math.max(0, ...rounds),
				cases,
				sites: activeSites(history, unitId, month),
				record: recordsOf(history, unitId, track, end),
				...openAlert(watched.get(unitId))
			};
		})
	};
}

function standingOf(history: History, unitId: number, track: string, date: IsoDate): Standing {
	const makeup = makeupOn(history, unitId, track, date);
	if (makeup === 'not-available') return { known: false, members: [] };
	const members = 'own' in makeup ? [{ unitId, status: makeup.own }] : makeup.members;
	return {
		known: true,
		members: members.map(({ unitId: id, status: shown }) => {
			// What the programme allows next rests on what was recorded last.
			const record = recordOf(history, id, track).filter((event) => event.status !== 'succeeded');
			const recorded = statusAt(record, date);
			// A merged former commune without a record of its own has the state that its own former ones shared.
			const status = recorded === 'none' && shown !== 'retransforming' ? shown : recorded;
			return {
				name: fullName(history.units.get(id)!),
				status,
				since: sinceOf(history, id, track, status, date)
			};
		})
	};
}

/**
 * Counts of the cases of the leading indicator that were cleared: the numerator of the share that has it as its
 * denominator. Empty where the catalogue has no such share.
 */
async function loadCleared(db: Queryable, province: Province, track: string): Promise<UnitCounts> {
	const { calendar, leading } = province.history;
	const share = province.indicators.find(
		({ denominator }) => denominator !== null && denominator === leading.get(track)
	);
	const code = share?.numerator ?? undefined;
	if (code === undefined) return new Map();
	return province.once(`monthly ${code}`, () => loadMonthly(db, code, calendar));
}

/** The day on which the programme began on a track, or at all; where none is recorded, the timeline does. */
function beganOn(history: History, track: string, end: IsoDate): IsoDate | undefined {
	const days = eventfulDays(history).filter((day) => day <= end);
	const own = history.programmes.filter((programme) => programme.track === track);
	const first = history.firstMonth;
	return (
		programmeBegan(own, days) ??
		programmeBegan(history.programmes, days) ??
		(first === null ? undefined : monthPeriod(first, history.calendar).start)
	);
}

/**
 * Years since the programme was last at work in a commune or its former ones.
 *
 * @param began since when communes wait that it never was at work in
 */
function yearsWaited(
	history: TrackHistory,
	unitId: number,
	date: IsoDate,
	began: IsoDate | undefined
): number {
	const { track } = history;
	const makeup = makeupOn(history, unitId, track, date);
	const ids =
		makeup !== 'not-available' && 'members' in makeup
			? makeup.members.map((member) => member.unitId)
			: [unitId];
	const last = ids
		.flatMap((id) => recordOf(history, id, track))
		.filter(({ effectiveDate, status }) => effectiveDate <= date && status !== 'succeeded')
		.map(({ effectiveDate }) => effectiveDate)
		.sort()
		.at(-1);
	return (Date.parse(date) - Date.parse(last ?? began ?? date)) / (365.25 * 24 * 3600 * 1000);
}

function perPeople(
	history: History,
	unitId: number,
	month: Month
): Pick<CriterionValues, 'models' | 'population'> {
	const self = latestSelf(history, unitId);
	const population = populationOn(history, self, yearOf(month), yearOf(month));
	if (population === undefined || population <= 0) return {};
	return { models: (10_000 * activeSites(history, unitId, month)) / population, population };
}

/** Model sites that are active at the end of a month. */
function activeSites(history: History, unitId: number, month: Month): number {
	const end = monthEnd(month, history.calendar);
	return sitesOn(history, latestSelf(history, unitId)).filter((site) => isActiveOn(site, end))
		.length;
}

function clearedRate(
	history: History,
	reported: UnitCounts,
	unitId: number,
	month: Month
): Pick<CriterionValues, 'cleared'> {
	const months = { from: month - YEAR + 1, to: month };
	const count = sumWindow(eventsOn(history, reported, unitId, months), months.from, months.to);
	const population = populationOn(
		history,
		latestSelf(history, unitId),
		yearOf(month),
		yearOf(month)
	);
	return count === undefined || !population ? {} : { cleared: (10_000 * count) / population };
}
