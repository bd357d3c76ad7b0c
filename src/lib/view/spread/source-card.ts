import { learnersOf } from '#lib/domain/models/spread-source.ts';
import type { IsoDate } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDate } from '#lib/view/format.ts';
import { localName } from '#lib/view/local-name.ts';
import type { FrameSite, FrameSites } from '#lib/view/site-wire.ts';

/** What the card of a source says. */
export interface SourceCardText {
	/** `Xã Mường Lói, nay là Xã Mường Nhà`. */
	place: string;
	/** `Camera an ninh từ 18/04/2018`. */
	since: string;
	/** Where it was copied from itself; undefined for one that states no origin. */
	learnt?: string;
	/** `3 nơi học theo`. */
	learners: string;
	/** Who they are, up to three communes by name, else how many; empty without any. */
	communes: string;
	/** Whether these are too many to name, so that a list has to be at hand. */
	many: boolean;
}

/** So many communes are named. */
const NAMED = 3;

/**
 * The card of a site that others were copied from, as of the end of a month.
 *
 * @param day the last day of the month
 * @param nameOf full name of a commune of the frame, by id
 * @param units what communes of the frame are called together: `xã, phường`
 */
export function sourceCardText(
	{ types, sites }: FrameSites,
	source: FrameSite,
	{
		day,
		nameOf,
		units
	}: { day: IsoDate; nameOf: (id: number) => string | undefined; units: string }
): SourceCardText {
	const learners = learnersOf(sites, source.id, day);
	const communes = [...new Set(learners.map(({ commune }) => commune))];
	const type = types.find(({ code }) => code === source.type);
	const named = communes.length <= NAMED;
	const learnt = learntText(sites, source);
	return {
		place: placeText(source, nameOf),
		since: sinceText(source, type ? localName(type) : source.type, day),
		...(learnt === undefined ? {} : { learnt }),
		learners:
			learners.length === 0
				? m.spread_learners_none()
				: m.spread_learners({ count: learners.length, places: formatCount(learners.length) }),
		communes: named
			? communes.join(', ')
			: m.spread_learners_communes({ communes: formatCount(communes.length), units }),
		many: !named
	};
}

/** Where it was founded, and what that belongs to now. */
function placeText(
	{ commune, unitId }: FrameSite,
	nameOf: (id: number) => string | undefined
): string {
	const now = unitId === null ? undefined : nameOf(unitId);
	return now === undefined || now === commune
		? commune
		: m.spread_source_place({ then: commune, now });
}

function sinceText({ foundedOn, closedOn }: FrameSite, type: string, day: IsoDate): string {
	const from = formatDate(foundedOn);
	return closedOn === null || day < closedOn
		? m.spread_source_since({ type, date: from })
		: m.spread_source_ended({ type, from, to: formatDate(closedOn) });
}

function learntText(sites: readonly FrameSite[], { origin, originId }: FrameSite) {
	const site = sites.find(({ id }) => id === originId);
	const place = site?.commune ?? origin;
	return place === null ? undefined : m.spread_source_learnt({ place });
}
