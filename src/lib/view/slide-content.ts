import type { Topology } from 'topojson-specification';
import { countByUnit, arcsAt, spreadAt, type SpreadTotals } from '#lib/domain/models/spread-at.ts';
import { monthEnd, type Month, type Scheme } from '#lib/domain/period.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { ClassSource } from './frame-view.ts';
import type { SentTrendSummary } from './trend-summary-wire.ts';
import type { FrameSites } from './site-wire.ts';
import type { DrawnSites } from './svg-map/map-bubbles.ts';
import type { ViewParams } from './view-params.ts';
import type { FrameSummary, FrameUnit } from './wire.ts';

/** What a slide's view shows, with all that is needed to draw and say it. */
export interface SlideContent {
	source: ClassSource;
	/** First day of its boundaries. */
	frame: Pick<FrameSummary, 'from'>;
	month: Month;
	params: ViewParams;
	calendar: Scheme;
	leading: Indicator | null;
	/** Name of the track, in the page's language. */
	trackName: string;
	summary: SentTrendSummary | undefined;
	sites: FrameSites | undefined;
}

/** The boundaries that a slide's map is drawn on. */
export interface SlideBoundaries {
	topology: Topology;
	/** Those of the former communes, where status is painted on them. */
	parts: Topology | undefined;
}

/** The commune in the light of a slide. */
export function lightOf({
	source,
	params
}: Pick<SlideContent, 'source' | 'params'>): FrameUnit | undefined {
	return params.unit === undefined
		? undefined
		: source.units.find(({ code }) => code === params.unit);
}

/** Sites of the slide's month on its map; undefined before they are here, and on other themes. */
export function slideSites(content: SlideContent): DrawnSites | undefined {
	const { sites, month, calendar, params } = content;
	if (!sites || params.theme !== 'sites') return undefined;
	const day = monthEnd(month, calendar);
	const unit = lightOf(content)?.id;
	return {
		counts: countByUnit(sites.sites, day, params.model),
		ofOneType: params.model !== undefined,
		arcs: params.arcs
			? arcsAt(sites.sites, day, params.model === undefined ? { unit } : { type: params.model })
			: []
	};
}

/** Sums of the slide's sites: of its type, or of all. */
export function siteTotals({
	sites,
	month,
	calendar,
	params
}: SlideContent): SpreadTotals | undefined {
	if (!sites) return undefined;
	const of = sites.sites.filter(({ type }) => params.model === undefined || type === params.model);
	return spreadAt(of, monthEnd(month, calendar)).totals;
}
