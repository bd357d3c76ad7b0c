import {
	EVIDENCE_LAYERS,
	TREND_BASES,
	TREND_QUESTIONS,
	type TrendBase,
	type TrendQuestion
} from '#lib/domain/evidence/classes.ts';
import { isIsoDate, parseMonth, toMonthText, type Month } from '#lib/domain/period.ts';

/** What the map colours communes by. */
export const THEMES = ['status', 'trend', 'sites', 'summary'] as const;
export type Theme = (typeof THEMES)[number];

/** What the trend's map shows: the change against the base, or a layer of the last twelve months. */
export const LAYERS = ['change', ...EVIDENCE_LAYERS] as const;
export type Layer = (typeof LAYERS)[number];

/** Charts that may stand beside the map. */
export const PLOTS = ['distribution', 'funnel', 'scatter', 'ranking', 'years'] as const;
export type PlotName = (typeof PLOTS)[number];

export const STEPS = ['year', 'month'] as const;
export type Step = (typeof STEPS)[number];

/** Everything about a view that can be shared by a link. */
export interface ViewParams {
	/** Undefined: the latest month that was reported. */
	month: Month | undefined;
	theme: Theme;
	/** Sites per 10,000 people instead of their number. */
	perPeople: boolean;
	base: TrendBase;
	/** Whether trends are held against the commune itself or against the course of the province. */
	question: TrendQuestion;
	/** Of the theme `trend`. */
	layer: Layer;
	/** Undefined: the first track that has events. */
	track: string | undefined;
	/** Code of the selected commune, meant at `month`. */
	unit: string | undefined;
	/** Codes of the communes that are marked in all views, meant at `month`. */
	picked: string[];
	/** Charts beside the map. */
	plots: PlotName[];
	/** Classes shown; empty means all. */
	classes: number[];
	district: string | undefined;
	step: Step;
	/** The reading of history: undefined as reported; `today` or a date, all of it on the boundaries of then. */
	on: string | undefined;
}

const DEFAULT_PARAMS: ViewParams = {
	month: undefined,
	theme: 'status',
	perPeople: false,
	base: 'same-period',
	question: 'own',
	layer: 'change',
	track: undefined,
	unit: undefined,
	picked: [],
	plots: [],
	classes: [],
	district: undefined,
	step: 'year',
	on: undefined
};

/** Reads a view from a URL's query; whatever is unknown there falls back to its default. */
export function parseViewParams(query: URLSearchParams): ViewParams {
	const oneOf = <T extends string>(known: readonly T[], name: string, fallback: T): T =>
		known.find((each) => each === query.get(name)) ?? fallback;
	const list = (name: string) => (query.get(name) ?? '').split('.');
	const text = (name: string) => query.get(name) || undefined;
	return {
		month: parseMonth(query.get('t') ?? ''),
		theme: oneOf(THEMES, 'theme', DEFAULT_PARAMS.theme),
		perPeople: query.get('per') === 'people',
		base: oneOf(TREND_BASES, 'base', DEFAULT_PARAMS.base),
		question: oneOf(TREND_QUESTIONS, 'against', DEFAULT_PARAMS.question),
		layer: oneOf(LAYERS, 'layer', DEFAULT_PARAMS.layer),
		track: text('track'),
		unit: text('unit'),
		picked: [...new Set(list('pick').filter((code) => code !== ''))],
		plots: PLOTS.filter((plot) => list('plots').includes(plot)),
		classes: list('class')
			.filter((code) => /^\d{1,3}$/.test(code))
			.map(Number),
		district: text('district')?.normalize('NFC'),
		step: oneOf(STEPS, 'step', DEFAULT_PARAMS.step),
		on: parseReading(query.get('on'))
	};
}

/** `today`, or the date of boundaries. */
function parseReading(text: string | null): string | undefined {
	return text !== null && (text === 'today' || isIsoDate(text)) ? text : undefined;
}

/**
 * The inverse of `parseViewParams`: only what differs from the default is written.
 *
 * @example toQuery({ ...DEFAULT_PARAMS, theme: 'trend' }).toString() // 'theme=trend'
 */
export function toQuery(params: ViewParams): URLSearchParams {
	const query = new URLSearchParams();
	if (params.month !== undefined) query.set('t', toMonthText(params.month));
	if (params.theme !== DEFAULT_PARAMS.theme) query.set('theme', params.theme);
	if (params.perPeople) query.set('per', 'people');
	if (params.base !== DEFAULT_PARAMS.base) query.set('base', params.base);
	if (params.question !== DEFAULT_PARAMS.question) query.set('against', params.question);
	if (params.layer !== DEFAULT_PARAMS.layer) query.set('layer', params.layer);
	if (params.track !== undefined) query.set('track', params.track);
	if (params.unit !== undefined) query.set('unit', params.unit);
	if (params.picked.length > 0) query.set('pick', params.picked.join('.'));
	if (params.plots.length > 0) query.set('plots', params.plots.join('.'));
	if (params.classes.length > 0) query.set('class', params.classes.join('.'));
	if (params.district !== undefined) query.set('district', params.district);
	if (params.step !== DEFAULT_PARAMS.step) query.set('step', params.step);
	if (params.on !== undefined) query.set('on', params.on);
	return query;
}
