import type { Indicator } from '#lib/domain/indicator.ts';
import { findMapClass } from '#lib/domain/map-class.ts';
import type { Month } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { classLabel } from '../class-label.ts';
import { formatCount } from '../format.ts';
import type { ClassSource } from '../frame-view.ts';
import { isIncluded, isInDistrict } from '../included.ts';
import { countFillCodes } from '../legend.ts';
import type { SpreadTotals } from '#lib/domain/models/spread-at.ts';
import { spreadAnswer, type SpreadFrame, type SpreadLink } from '../spread/spread-text.ts';
import type { SentTrendSummary } from '../trend-summary-wire.ts';
import type { ViewParams } from '../view-params.ts';
import type { Overview } from '../wire.ts';
import { listNames, type AnswerPart } from './answer-part.ts';
import { relapsedOf, statusAnswer, type AnswerView } from './status-answer.ts';
import { summaryAnswer } from './summary-answer.ts';
import { trendAnswer } from './trend-answer.ts';

/** What an answer is given about. */
export interface AnsweredView {
	data: ClassSource | undefined;
	month: Month;
	firstMonth: Month;
	params: ViewParams;
	leading: Indicator | null;
	overview: Pick<Overview, 'lastReported' | 'headlines' | 'frames'>;
}

/** Data that an answer needs from the server; undefined while loading. */
export interface AnswerFigures {
	summary: SentTrendSummary | undefined;
	/** Sums of model sites, on the boundaries in view. */
	spread: { totals: SpreadTotals; frame: SpreadFrame } | undefined;
}

/** Parts of the sentence on models lead to what they name. */
function sitesParts({ totals, frame }: NonNullable<AnswerFigures['spread']>): AnswerPart[] {
	const changes: Record<SpreadLink, Partial<ViewParams>> = {
		sites: { model: undefined },
		types: { model: undefined },
		communes: { model: undefined, spread: 'bubbles' },
		copies: { arcs: true }
	};
	return spreadAnswer(totals, frame).map(({ text, link }) =>
		link === undefined ? { text } : { text, act: { is: 'view', change: changes[link] } }
	);
}

/** The answer of the theme in view, for the filter, the reading and the month in view; empty before there is data. */
export function viewAnswer(view: AnsweredView, { summary, spread }: AnswerFigures): AnswerPart[] {
	const { data, month, firstMonth, params, leading, overview } = view;
	if (!data) return [];
	const asked: AnswerView = {
		source: data,
		month,
		firstMonth,
		scope: params.district,
		included: (row) => isInDistrict(data, row, params.district)
	};
	if (params.classes.length > 0) return onlyAnswer(data, month, params);
	switch (params.theme) {
		case 'status':
			return statusAnswer(asked);
		case 'trend':
			return leading === null
				? [{ text: m.track_without_trend() }]
				: trendAnswer(asked, summary, leading, overview.lastReported);
		case 'sites':
			return spread ? sitesParts(spread) : [];
		case 'summary':
			return leading === null ? [{ text: m.track_without_trend() }] : summaryAnswer(asked);
	}
}

/** The communes of the classes that are chosen. */
function onlyAnswer(source: ClassSource, month: Month, params: ViewParams): AnswerPart[] {
	const inDistrict = (row: number) => isInDistrict(source, row, params.district);
	const counts = countFillCodes(source, month, params, inDistrict);
	const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
	const chosen = params.classes.reduce((sum, code) => sum + (counts.get(code) ?? 0), 0);
	const label = params.classes
		.flatMap((code) => findMapClass(code) ?? [])
		.map((mapClass) => classLabel(mapClass, params.perPeople))
		.join(', ');
	const named = source.units.flatMap((unit, row) =>
		isIncluded(source, row, month, params) ? [{ name: unit.name, unitId: unit.id }] : []
	);
	const scope = params.district === undefined ? '' : m.answer_in({ scope: params.district });
	const words = m.answer_only({ count: formatCount(chosen), all: formatCount(all), label });
	if (named.length === 0 || named.length > 3) return [{ text: `${scope}${words}.` }];
	const act = { is: 'classes', codes: params.classes, label } as const;
	return [{ text: `${scope}${words}: ` }, ...listNames(named, act, ', '), { text: '.' }];
}

/** The answer in one short sentence, for a phone; of other themes than status the answer itself. */
export function shortAnswer(view: AnsweredView, figures: AnswerFigures): AnswerPart[] {
	const { data, month, params, overview } = view;
	if (!data || params.theme !== 'status' || params.classes.length > 0 || params.district) {
		return viewAnswer(view, figures);
	}
	const at = month - overview.headlines.fromMonth;
	const approved = overview.headlines.approved[at] ?? 0;
	if (approved === 0) return viewAnswer(view, figures);
	const fell = relapsedOf({ source: data, month, included: () => true }).length;
	const reached = overview.headlines.transformed[at] ?? 0;
	return [
		{
			text: m.answer_short({ reached: formatCount(reached), approved: formatCount(approved) })
		},
		...(fell > 0 ? [{ text: m.answer_short_relapsed({ count: formatCount(fell) }) }] : []),
		{ text: '.' }
	];
}
