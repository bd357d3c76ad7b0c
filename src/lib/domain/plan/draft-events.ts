import { recordOf, type History } from '../history.ts';
import type { IsoDate } from '../period.ts';
import { isOpening, isAllowedMove, statusAt, type Status } from '../status.ts';
import { matchUnits } from '../succession.ts';
import { findFrameOn, fullName, type Frame } from '../unit.ts';
import type { Scenario, ScenarioUnit } from './scenario.ts';

/** A commune's entry "proposed", as a decided plan asks for it. */
export interface DraftEvent {
	code: string;
	name: string;
	round: number;
	effectiveDate: IsoDate;
	/** Names of the former communes that the plan chose, where it was made on their boundaries. */
	formerly: string[];
	/** State that the programme's rules do not lead on from to "proposed": the entry is an exception. */
	exceptionFrom: Status | null;
}

type Known = Pick<History, 'units' | 'frames' | 'lineage' | 'events'>;

/**
 * Entries "proposed" for what a decided plan chose, on the boundaries of the day of the decision: what was
 * chosen of communes that were merged since is proposed of those they went over into.
 *
 * @param decided day of the decision
 */
export function listDraftEvents(
	{ frame, track, outcome }: Pick<Scenario, 'frame' | 'track' | 'outcome'>,
	decided: IsoDate,
	history: Known
): DraftEvent[] {
	const planned = history.frames.find(({ from }) => from === frame);
	const today = findFrameOn(history.frames, decided) ?? planned;
	const events = new Map<string, DraftEvent>();
	for (const chosen of outcome.chosen) {
		for (const unitId of unitsOf(chosen, planned, today, history)) {
			const unit = history.units.get(unitId)!;
			const former =
				chosen.code === unit.code && isNamed(chosen, fullName(unit)) ? [] : [chosen.name];
			const known = events.get(unit.code);
			if (known) known.formerly.push(...former);
			else {
				events.set(unit.code, {
					code: unit.code,
					name: unit.name,
					effectiveDate: decided,
					formerly: former,
					...nextEntry(history, unitId, track, decided)
				});
			}
		}
	}
	return [...events.values()];
}

/** The units of today that a chosen commune is, or went over into. */
function unitsOf(
	{ code }: ScenarioUnit,
	planned: Frame | undefined,
	today: Frame | undefined,
	history: Known
): readonly number[] {
	const withCode = (frame: Frame | undefined) =>
		frame?.unitIds.find((id) => history.units.get(id)?.code === code);
	const own = withCode(planned);
	if (own === undefined || !today) {
		const same = withCode(today);
		return same === undefined ? [] : [same];
	}
	return matchUnits(history.lineage, [own], today.unitIds).get(own) ?? [];
}

/** Saved plans have names with their kind or without. */
function isNamed({ name }: ScenarioUnit, full: string): boolean {
	return name === full || full.endsWith(` ${name}`);
}

/** The round that a proposal belongs to, and whether the rules lead to it. */
function nextEntry(
	history: Known,
	unitId: number,
	track: string,
	date: IsoDate
): Pick<DraftEvent, 'round' | 'exceptionFrom'> {
	const record = recordOf(history, unitId, track).filter(
		({ effectiveDate }) => effectiveDate <= date
	);
	const last = Math.max(0, ...record.map(({ round }) => round));
	const from = statusAt(record, date);
	const allowed = isAllowedMove(from, 'proposed') || isOpening(from, 'proposed');
	return {
		// A survey belongs to the round that the proposal goes on with.
		round: from === 'survey' ? last : last + 1,
		exceptionFrom: allowed ? null : from
	};
}
