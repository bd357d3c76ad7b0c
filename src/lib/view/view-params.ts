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

/** Whether status after a merger is painted on former communes or on the new ones whole. */
export const SHAPES = ['former', 'new'] as const;
export type Shapes = (typeof SHAPES)[number];

/** How model sites stand on the map. */
export const SPREADS = ['bubbles', 'columns'] as const;
export type Spread = (typeof SPREADS)[number];

/** Where the map looks, when it is not the whole province. */
export interface Camera {
	lat: number;
	lon: number;
	zoom: number;
}

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
	/** Code that the selected commune was chosen by on other boundaries: of a former commune, or of a later one. */
	chosenAs: string | undefined;
	/** Codes of the communes that are marked in all views, meant at `month`. */
	picked: string[];
	/** Charts beside the map. */
	plots: PlotName[];
	/** Classes shown; empty means all. */
	classes: number[];
	district: string | undefined;
	step: Step;
	shapes: Shapes;
	/** Code of the model type in view; undefined for all. */
	model: string | undefined;
	spread: Spread;
	/** Whether arcs show who copied from whom. */
	arcs: boolean;
	/** Whether the summary shows model sites, too. */
	withModels: boolean;
	/** Whether rivers, roads and hills are shown, where the province has a base map. */
	baseMap: boolean;
	/** Undefined: the whole province. */
	camera: Camera | undefined;
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
	chosenAs: undefined,
	picked: [],
	plots: [],
	classes: [],
	district: undefined,
	step: 'year',
	shapes: 'former',
	model: undefined,
	spread: 'bubbles',
	arcs: true,
	withModels: false,
	baseMap: false,
	camera: undefined,
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
		chosenAs: text('unit') === undefined ? undefined : text('as'),
		picked: [...new Set(list('pick').filter((code) => code !== ''))],
		plots: PLOTS.filter((plot) => list('plots').includes(plot)),
		classes: list('class')
			.filter((code) => /^\d{1,3}$/.test(code))
			.map(Number),
		district: text('district')?.normalize('NFC'),
		step: oneOf(STEPS, 'step', DEFAULT_PARAMS.step),
		shapes: oneOf(SHAPES, 'shapes', DEFAULT_PARAMS.shapes),
		model: text('model'),
		spread: oneOf(SPREADS, 'spread', DEFAULT_PARAMS.spread),
		arcs: query.get('arcs') !== 'off',
		withModels: query.get('models') === 'on',
		baseMap: query.get('land') === 'on',
		camera: parseCamera(query.get('at')),
		on: parseReading(query.get('on'))
	};
}

/** `today`, or the date of boundaries. */
function parseReading(text: string | null): string | undefined {
	return text !== null && (text === 'today' || isIsoDate(text)) ? text : undefined;
}

/** `@21.383,103.012,10.4`: latitude, longitude, zoom. */
function parseCamera(text: string | null): Camera | undefined {
	const found = /^@(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?),(\d{1,2}(?:\.\d+)?)$/.exec(
		text ?? ''
	);
	if (!found) return undefined;
	const [lat = 0, lon = 0, zoom = 0] = found.slice(1).map(Number);
	return Math.abs(lat) <= 85 && Math.abs(lon) <= 180 && zoom <= 22 ? { lat, lon, zoom } : undefined;
}

/** The inverse of `parseCamera`. */
function cameraText({ lat, lon, zoom }: Camera): string {
	return `@${lat},${lon},${zoom}`;
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
	if (params.unit !== undefined && params.chosenAs !== undefined) query.set('as', params.chosenAs);
	if (params.picked.length > 0) query.set('pick', params.picked.join('.'));
	if (params.plots.length > 0) query.set('plots', params.plots.join('.'));
	if (params.classes.length > 0) query.set('class', params.classes.join('.'));
	if (params.district !== undefined) query.set('district', params.district);
	if (params.step !== DEFAULT_PARAMS.step) query.set('step', params.step);
	if (params.shapes !== DEFAULT_PARAMS.shapes) query.set('shapes', params.shapes);
	if (params.model !== undefined) query.set('model', params.model);
	if (params.spread !== DEFAULT_PARAMS.spread) query.set('spread', params.spread);
	if (!params.arcs) query.set('arcs', 'off');
	if (params.withModels) query.set('models', 'on');
	if (params.baseMap) query.set('land', 'on');
	if (params.camera !== undefined) query.set('at', cameraText(params.camera));
	if (params.on !== undefined) query.set('on', params.on);
	return query;
}
