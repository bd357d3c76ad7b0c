import { parseMonth, type Month } from '#lib/domain/period.ts';
import { latestSelf } from '#lib/domain/reading.ts';
import type { AcknowledgedMonths } from '#lib/domain/watch/watch-list.ts';
import type { WatchDirection } from '#lib/domain/watch/watch-log.ts';
import { findFrame, findFrameOn } from '#lib/domain/unit.ts';
import type { WatchList } from '#lib/view/evidence-wire.ts';
import { listAcknowledgements, type KeptAcknowledgement } from './acknowledgements.ts';
import type { Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';

/**
 * The communes of a month's boundaries on watch, with all that was acknowledged.
 *
 * @param asked month in view: what came later is as if it were not; and the boundaries to carry history onto, if any
 */
export async function getWatchList(
	db: Queryable,
	province: Province,
	{ track, month, last, on }: { track: string; month: Month; last: Month; on: string | undefined }
): Promise<WatchList> {
	const { history } = province;
	const { dataMonths } = province.historyOf(track);
	const until = Math.min(month, dataMonths?.to ?? month);
	const frame =
		on === undefined
			? findFrame(history.frames, month, history.calendar)
			: findFrameOn(history.frames, on);
	const kept = (await listAcknowledgements(db, track)).filter(
		({ acknowledgedIn }) => (parseMonth(acknowledgedIn) ?? Infinity) <= until
	);
	const unitIdOf = unitIds(province, kept);
	const entries =
		frame && dataMonths && dataMonths.from <= until
			? await askOnce(province, kept, `${frame.from} ${track} ${until} ${last}`, () =>
					province.evidence.ask(
						'watchList',
						{ frame, last, all: false, track },
						until,
						monthsOf(kept, unitIdOf)
					)
				)
			: [];
	return {
		track,
		until,
		rows: entries.map((entry) => ({ ...entry, unit: history.units.get(entry.unitId)! })),
		acknowledged: kept.flatMap(({ unitCode, unitFrom, ...each }) => {
			const unitId = unitIdOf(unitCode, unitFrom);
			return unitId === undefined ? [] : { ...each, unitId };
		})
	};
}

/** The list is computed once for the same acknowledgements. */
function askOnce<T>(
	province: Province,
	kept: readonly KeptAcknowledgement[],
	key: string,
	ask: () => Promise<T>
): Promise<T> {
	return province.once(`watch ${key} ${kept.map(({ id }) => id).join('.')}`, ask);
}

/** Finds the last unit of the identity that a code and a first day mean. */
function unitIds({ history }: Province, kept: readonly KeptAcknowledgement[]) {
	const named = new Set(kept.map(({ unitCode, unitFrom }) => `${unitCode} ${unitFrom}`));
	const found = new Map<string, number>();
	for (const { id, code, validFrom } of history.units.values()) {
		if (named.has(`${code} ${validFrom}`)) {
			found.set(`${code} ${validFrom}`, latestSelf(history, id));
		}
	}
	return (code: string, from: string) => found.get(`${code} ${from}`);
}

function monthsOf(
	kept: readonly KeptAcknowledgement[],
	unitIdOf: (code: string, from: string) => number | undefined
): AcknowledgedMonths {
	const months = new Map<number, Partial<Record<WatchDirection, Set<Month>>>>();
	for (const { unitCode, unitFrom, direction, acknowledgedIn } of kept) {
		const unitId = unitIdOf(unitCode, unitFrom);
		const month = parseMonth(acknowledgedIn);
		if (unitId === undefined || month === undefined) continue;
		const own = months.get(unitId) ?? {};
		months.set(unitId, { ...own, [direction]: new Set([...(own[direction] ?? []), month]) });
	}
	return months;
}
