import { findMapClass } from '#lib/domain/map-class.ts';
import type { PlanSlide } from '#lib/domain/story/plan-slide.ts';
import type { Figure, SeenChange, Slide } from '#lib/domain/story/story.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { IsoDate, Month, Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { classLabel } from './class-label.ts';
import { changeShare } from './comparison.ts';
import { formatCount, formatDate, formatMonth, formatShare } from './format.ts';
import { localUnit } from './local-name.ts';
import { monthName } from './month-name.ts';
import { THEMES, type ViewParams } from './view-params.ts';
import { viewTitle } from './view-title.ts';
import type { Overview } from './wire.ts';

const KINDS: Record<Slide['kind'], () => string> = {
	view: m.story_kind_view,
	chart: m.story_kind_chart,
	figures: m.story_kind_figures,
	plan: m.story_kind_plan,
	text: m.story_kind_text
};

/** Whether a plan on a slide was decided, and by whom; a score alone is for reference. */
export function decisionText({ decision }: Pick<PlanSlide, 'decision'>): string {
	return decision
		? m.story_plan_by({ by: decision.by, date: formatDate(decision.date) })
		: m.annex_reference();
}

export function slideKindLabel(kind: Slide['kind']): string {
	return KINDS[kind]();
}

/** What a slide of a view is called until somebody says better. */
export function slideTitle(
	{ theme, layer, district }: Pick<ViewParams, 'theme' | 'layer' | 'district'>,
	month: Month,
	unitName: string | undefined,
	{ calendar, leading }: { calendar: Scheme; leading: Indicator | null }
): string {
	const place = unitName ?? district;
	return [
		viewTitle({ theme, layer }, leading),
		...(place === undefined ? [] : [place]),
		monthName(month, calendar)
	].join(', ');
}

/** "Đạt – duy trì: 12 → 13 xã". @param perPeople whether classes of sites are by people */
export function seenChangeText({ code, before, now }: SeenChange, perPeople: boolean): string {
	const mapClass = findMapClass(code);
	return m.story_changed_line({
		label: mapClass ? classLabel(mapClass, perPeople) : String(code),
		before: formatCount(before),
		now: formatCount(now)
	});
}

/** The headline figures of a month, for a slide; those that are not known are left out. */
export function headlineFigures(overview: Overview, month: Month): Figure[] {
	const { headlines, calendar } = overview;
	const leading = overview.tracks.find(({ code }) => code === overview.track)?.leading;
	const at = month - headlines.fromMonth;
	const approved = headlines.approved[at] ?? 0;
	const transformed = headlines.transformed[at] ?? 0;
	const comparison = headlines.comparison[at];
	const share = comparison && changeShare(comparison.now, comparison.base);
	return [
		...(approved > 0
			? [
					{
						value: `${formatCount(transformed)}/${formatCount(approved)}`,
						label: `${m.headline_transformed()} (${formatShare(transformed / approved)})`
					}
				]
			: []),
		...(comparison && leading
			? [
					{
						value: share ?? formatCount(comparison.now),
						label: m.headline_window({
							count: formatCount(comparison.now),
							unit: localUnit(leading),
							month: monthName(month, calendar)
						})
					}
				]
			: []),
		{ value: formatCount(headlines.activeSites[at] ?? 0), label: m.headline_sites() }
	];
}

/** A slide of the headline figures of a month. @param today `2026-11-26` */
export function figuresSlide(overview: Overview, month: Month, key: string, today: IsoDate): Slide {
	return {
		kind: 'figures',
		key,
		note: '',
		speaker: '',
		title: m.review_figures({ month: formatMonth(month) }),
		figures: headlineFigures(overview, month),
		dataVersion: overview.dataVersion,
		date: today
	};
}

/** A theme of a slide's address that no longer exists. */
export function findUnknownTheme(view: string): string | undefined {
	const theme = new URLSearchParams(view).get('theme');
	return theme === null || THEMES.some((known) => known === theme) ? undefined : theme;
}
