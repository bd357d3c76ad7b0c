import type { SpreadTotals, TypeSpread } from '#lib/domain/models/spread-at.ts';
import type { IsoDate } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDate } from '#lib/view/format.ts';
import { linkPart, splitParts, type TextPart } from './text-parts.ts';

/** What a part of the answer leads to. */
const LINKS = ['sites', 'types', 'communes', 'copies'] as const;
export type SpreadLink = (typeof LINKS)[number];

/** The frame that sites are counted on. */
export interface SpreadFrame {
	/** How many communes it has. */
	of: number;
	/** What these are called together: `xã, phường` from 07/2025, `xã, phường, thị trấn` before. */
	units: string;
}

/**
 * The answer of the map of models: `263 điểm đang hoạt động thuộc 11 loại, ở 41 trong 45 xã, phường. 112 điểm được
 * nhân rộng từ nơi khác.`
 */
export function spreadAnswer(
	{ sites, types, communes, copies }: Omit<SpreadTotals, 'unplaced'>,
	{ of, units }: SpreadFrame
): TextPart<SpreadLink>[] {
	if (sites === 0) return [{ text: m.spread_answer_none() }];
	const first = m.spread_answer({
		sites: linkPart('sites', m.spread_active({ count: sites, sites: formatCount(sites) })),
		types: linkPart('types', m.spread_types({ count: types, types: formatCount(types) })),
		communes: linkPart(
			'communes',
			m.spread_communes({ communes: formatCount(communes), of: formatCount(of), units })
		)
	});
	const second =
		copies === 0
			? m.spread_answer_no_copies()
			: m.spread_answer_copies({ count: copies, sites: linkPart('copies', sitesText(copies)) });
	return splitParts(`${first} ${second}`, LINKS);
}

/**
 * The line below a type's name: `27 điểm, 13 điểm học theo nơi khác · 10/2026`.
 *
 * @param month the month as it is named
 */
export function typeNote(
	{ sites, copies }: Pick<TypeSpread, 'sites' | 'copies'>,
	month: string
): string {
	if (sites === 0) return m.spread_type_note_none({ month });
	const facts = { sites: sitesText(sites), month };
	return copies === 0
		? m.spread_type_note_alone(facts)
		: m.spread_type_note({ ...facts, copies: sitesText(copies) });
}

/** `Loại này có từ 18/04/2018`. */
export function typeSinceText(day: IsoDate): string {
	return m.spread_type_since({ date: formatDate(day) });
}

function sitesText(count: number): string {
	return m.spread_sites({ count, sites: formatCount(count) });
}
