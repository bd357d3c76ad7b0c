import type { Scheme } from '#lib/domain/period.ts';
import { WATCH_DIRECTIONS, type WatchDirection } from '#lib/domain/watch/watch-log.ts';
import { m } from '#lib/paraglide/messages.js';
import { emphasised, type SpokenPart } from '../emphasis.ts';
import type { WatchList, WatchRow } from '../evidence-wire.ts';
import { formatCount } from '../format.ts';
import { monthName } from '../month-name.ts';

/** Names that the sentence lists; more of them are counted. */
const LISTED = 3;

/** The communes that are named now in a direction, the least likely to be chance first. */
export function namedNow(rows: readonly WatchRow[], direction: WatchDirection): WatchRow[] {
	const chanceOf = (row: WatchRow) =>
		row.alarms.find((each) => each.direction === direction && !each.ended)?.chance;
	return rows
		.flatMap((row) => {
			const chance = chanceOf(row);
			return chance === undefined ? [] : [{ row, chance }];
		})
		.sort((a, b) => a.chance - b.chance || a.row.unitId - b.row.unitId)
		.map(({ row }) => row);
}

const SENTENCES: Record<
	WatchDirection,
	Record<'one' | 'none', (inputs: { names: string }) => string>
> = {
	rise: { one: m.watch_lead_rise, none: () => m.watch_lead_rise_none() },
	fall: { one: m.watch_lead_fall, none: () => m.watch_lead_fall_none() }
};

/**
 * What the watch list says, in a sentence or two: which communes are to be checked, and how many are watched.
 *
 * @param detected whether the counts rest on how much the police look
 */
export function watchLead(
	{ rows, until }: Pick<WatchList, 'rows' | 'until'>,
	detected: boolean,
	calendar: Scheme
): SpokenPart[] {
	const parts = WATCH_DIRECTIONS.map((direction) => {
		const named = namedNow(rows, direction);
		if (named.length === 0) return SENTENCES[direction].none({ names: '' });
		const names =
			named.length > LISTED
				? m.watch_lead_many({ count: formatCount(named.length) })
				: named.map(({ unit }) => unit.name).join(', ');
		return direction === 'rise' && detected
			? m.watch_lead_rise_detected({ names })
			: SENTENCES[direction].one({ names });
	});
	const transformed = rows.filter(({ recognised }) => recognised !== undefined);
	return emphasised(
		m.watch_lead({
			month: monthName(until, calendar),
			findings: parts.join('; '),
			watched: formatCount(transformed.filter(({ look }) => look).length),
			all: formatCount(transformed.length)
		})
	);
}
