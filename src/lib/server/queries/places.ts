import { listContinued, recordOf, type History } from '#lib/domain/history.ts';
import { byName } from '#lib/domain/name.ts';
import { monthEnd, type IsoDate, type Month } from '#lib/domain/period.ts';
import { latestSelf, makeupOn } from '#lib/domain/reading.ts';
import { shownStatusAt } from '#lib/domain/status.ts';
import { matchUnits } from '#lib/domain/succession.ts';
import { timelineStart } from '#lib/domain/timeline.ts';
import { fullName, isValidOn, type Unit } from '#lib/domain/unit.ts';
import type { FormerDistrict, Place, Places } from '#lib/view/place-wire.ts';

/** What places are listed from. */
type Known = Pick<History, 'units' | 'frames' | 'lineage' | 'events' | 'calendar' | 'firstMonth'>;

/**
 * Every commune that ever was, under each name and kind it bore, and the districts that are no more.
 *
 * @param last the month that is now
 */
export function listPlaces({ history }: { history: Known }, track: string, last: Month): Places {
	const today = monthEnd(last, history.calendar);
	const ids = [...history.units.keys()];
	const heirs = matchUnits(history.lineage, ids, history.frames.at(-1)?.unitIds ?? []);
	const nowOf = (unitId: number): Place['now'] =>
		unitsOf(history, heirs.get(unitId) ?? [])
			.filter(({ id }) => id !== unitId)
			.map((unit) => ({ code: unit.code, name: fullName(unit) }));
	const communes = ids
		.filter((id) => latestSelf(history, id) === id)
		.flatMap((id) => {
			const chain = unitsOf(history, listContinued(history, id));
			const formers = listFormerNames(history, chain.at(-1)?.id ?? id);
			return splitByName(chain).map(([newest, oldest]): Place => {
				const { code, kind, name, validTo, parentName } = newest;
				return {
					code,
					kind,
					name,
					validFrom: oldest.validFrom,
					validTo,
					district: parentName,
					now: nowOf(newest.id),
					formers,
					...lastStatus(history, newest.id, track, validTo ?? today)
				};
			});
		})
		.sort((a, b) => byName(a.name, b.name));
	return {
		calendar: history.calendar,
		firstMonth: timelineStart(history, last),
		communes,
		districts: listFormerDistricts([...history.units.values()])
	};
}

function unitsOf({ units }: Known, ids: readonly number[]): Unit[] {
	return ids.flatMap((id) => units.get(id) ?? []);
}

/** The stretches of a chain, newest first, over which name and kind stay: the last unit and the first of each. */
function splitByName(chain: readonly Unit[]): [newest: Unit, oldest: Unit][] {
	const stretches: [Unit, Unit][] = [];
	for (const unit of chain) {
		const current = stretches.at(-1);
		if (current && fullName(current[0]) === fullName(unit)) current[1] = unit;
		else stretches.push([unit, unit]);
	}
	return stretches;
}

/** More than this share of a commune is the commune. */
const MOST = 0.5;

function listFormerNames(history: Known, rootId: number): string[] {
	const formers = (history.lineage.get(rootId) ?? []).filter(({ weight }) => weight > MOST);
	return unitsOf(
		history,
		formers.map(({ unitId }) => unitId)
	)
		.map(({ name }) => name)
		.sort(byName);
}

/** The status of a commune on a date, and since when; none of its own where it is only what it was merged from. */
function lastStatus(
	history: Known,
	unitId: number,
	track: string,
	date: IsoDate
): Pick<Place, 'status' | 'since'> {
	const makeup = makeupOn(history, unitId, track, date);
	if (makeup === 'not-available' || !('own' in makeup)) return { status: null, since: null };
	const status = makeup.own;
	const record = recordOf(history, latestSelf(history, unitId), track);
	const past = record.filter(({ effectiveDate }) => effectiveDate <= date);
	const before = past.findLastIndex(
		({ effectiveDate }) => shownStatusAt(record, effectiveDate) !== status
	);
	return { status, since: past[before + 1]?.effectiveDate ?? null };
}

/** Districts that communes belonged to and none belongs to any more, by name. */
function listFormerDistricts(units: readonly Unit[]): FormerDistrict[] {
	const names = new Set(units.flatMap(({ parentName }) => parentName ?? []));
	return [...names]
		.flatMap((name) => {
			const communes = units.filter(({ parentName }) => parentName === name);
			const ends = communes.flatMap(({ validTo }) => validTo ?? []).sort();
			const validTo = ends.at(-1);
			const validFrom = communes.map((commune) => commune.validFrom).sort()[0];
			if (ends.length < communes.length || !validTo || !validFrom) return [];
			const last = communes.filter((commune) => isValidOn(commune, validTo));
			return [{ name, validFrom, validTo, communes: last.length }];
		})
		.sort((a, b) => byName(a.name, b.name));
}
