import { detectedCode, findMapClass, trendCode } from '#lib/domain/map-class.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { TrendClass } from '#lib/domain/evidence/classes.ts';
import type { Month } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatMonth } from '../format.ts';
import { fillCode } from '../frame-view.ts';
import { localName, localUnit } from '../local-name.ts';
import type { SentTrendSummary } from '../trend-summary-wire.ts';
import { listNames, type AnswerPart, type Named } from './answer-part.ts';
import type { AnswerView } from './status-answer.ts';

/** What a sentence says of an indicator. */
export type NamedIndicator = Pick<Indicator, 'nameVi' | 'nameEn' | 'unitVi' | 'unitEn'>;

const TREND_VIEW = { theme: 'trend', perPeople: false, layer: 'change' } as const;

const PLACES = {
	within: m.answer_place_within,
	below: m.answer_place_below,
	above: m.answer_place_above
} as const;

/** The province's last twelve months beside the year before: counts first, then whether that was to be expected. */
export function yearParts(
	year: NonNullable<SentTrendSummary['year']>,
	leading: NamedIndicator
): AnswerPart[] {
	const { now, base, expected } = year;
	const counts: AnswerPart[] = [
		{
			text: m.answer_year_count({ now: formatCount(now), unit: localUnit(leading) }),
			act: { is: 'theme', theme: 'trend' }
		},
		{ text: m.answer_year_base({ base: formatCount(base) }) }
	];
	if (expected) counts.push({ text: PLACES[expected.place]() });
	return counts;
}

/** That some communes did not report both years in full, so that they are in neither count. */
function partialPart({ units, ofUnits }: NonNullable<SentTrendSummary['year']>): AnswerPart[] {
	if (units === ofUnits) return [];
	const counts = { units: formatCount(units), of: formatCount(ofUnits) };
	return [{ text: m.answer_year_partial(counts) }];
}

/** Whether crime is rising or falling: the province's year, and the communes that changed clearly. */
export function trendAnswer(
	view: AnswerView,
	summary: SentTrendSummary | undefined,
	leading: NamedIndicator,
	lastReported: Month | null
): AnswerPart[] {
	const { source, month, scope } = view;
	if (lastReported !== null && month > lastReported) {
		return [{ text: m.answer_not_reported({ month: formatMonth(month) }) }];
	}
	const judged = source.units.some((_, row) => {
		const code = fillCode(source, row, month, TREND_VIEW);
		const theme = code === undefined ? undefined : findMapClass(code)?.theme;
		return theme === 'trend' || theme === 'detected';
	});
	if (!judged) return [{ text: m.answer_too_early() }];
	const falling = unitsOf(view, 'falling');
	const rising = unitsOf(view, 'rising');
	const opening: AnswerPart[] =
		scope !== undefined
			? [{ text: m.answer_in({ scope }) }]
			: summary?.year
				? [
						{ text: m.answer_year({ indicator: localName(leading) }) },
						...yearParts(summary.year, leading),
						...partialPart(summary.year),
						{ text: '. ' }
					]
				: [];
	return [...opening, ...changes(falling, rising), { text: '.' }];
}

function changes(falling: readonly Named[], rising: readonly Named[]): AnswerPart[] {
	if (falling.length + rising.length === 0) return [{ text: m.answer_no_clear() }];
	const list = (named: readonly Named[], trend: TrendClass, label: string) =>
		listNames(named, { is: 'classes', codes: codesOf(trend), label }, m.list_and());
	return [
		...(falling.length > 0
			? [{ text: m.answer_falling() }, ...list(falling, 'falling', m.trend_falling())]
			: [{ text: capitalised(m.answer_no_falling()) }]),
		{ text: '; ' },
		...(rising.length > 0
			? [{ text: uncapitalised(m.answer_rising()) }, ...list(rising, 'rising', m.trend_rising())]
			: [{ text: m.answer_no_rising() }])
	];
}

/** Codes of a trend, for cases of both kinds: who rests on detection has codes of their own. */
function codesOf(trend: TrendClass): number[] {
	return [trendCode(trend), detectedCode(trend)];
}

function unitsOf({ source, month, included }: AnswerView, trend: TrendClass): Named[] {
	const codes = codesOf(trend);
	return source.units.flatMap((unit, row) => {
		const code = included(row) ? fillCode(source, row, month, TREND_VIEW) : undefined;
		return code !== undefined && codes.includes(code) ? [{ name: unit.name, unitId: unit.id }] : [];
	});
}

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
const uncapitalised = (text: string) => text.charAt(0).toLocaleLowerCase() + text.slice(1);
