import type { HeadlineSeries } from '#lib/domain/headline.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { Month, Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from './format.ts';
import { localName, localUnit } from './local-name.ts';
import { monthName } from './month-name.ts';
import type { Theme } from './view-params.ts';

/** What the timeline draws: a figure of the province for each month. */
export interface TimelineSeries {
	title: string;
	unit: string;
	/** From the first month of the timeline; null without reports. */
	values: readonly (number | null)[];
	fromMonth: Month;
	/** Two round figures for the grid, the larger first. */
	grid: readonly [number, number];
	/** What a tooltip says of a month. */
	textOf: (month: Month) => { main: string; base: string };
}

/** The timeline of a theme: active sites for the models, else the cases of the track's leading indicator. */
export function timelineSeries(
	headlines: HeadlineSeries,
	theme: Theme,
	leading: Indicator | null,
	calendar: Scheme
): TimelineSeries {
	const ofSites = theme === 'sites' || leading === null;
	const values = ofSites ? headlines.activeSites : headlines.recorded;
	const unit = leading === null || ofSites ? m.time_unit_sites() : localUnit(leading);
	const valueOf = (month: Month) => values[month - headlines.fromMonth] ?? null;
	return {
		title:
			leading === null || ofSites
				? m.time_title_models()
				: m.time_title_crime({ indicator: localName(leading) }),
		unit,
		values,
		fromMonth: headlines.fromMonth,
		grid: gridOf(values),
		textOf: (month) => {
			const [value, base] = [valueOf(month), valueOf(month - 12)];
			const name = monthName(month, calendar);
			if (value === null) return { main: m.time_tooltip_none({ month: name }), base: '' };
			return {
				main: m.time_tooltip({ month: name, count: formatCount(value), unit }),
				base: base === null || ofSites ? '' : m.time_tooltip_base({ base: formatCount(base) })
			};
		}
	};
}

/** Two round figures within what is drawn: the larger is at most the highest value. */
function gridOf(values: readonly (number | null)[]): readonly [number, number] {
	const highest = Math.max(2, ...values.map((value) => value ?? 0));
	const magnitude = 10 ** Math.floor(Math.log10(highest));
	const step = [10, 5, 4, 3, 2, 1].find((each) => each * magnitude <= highest) ?? 1;
	const top = step * magnitude;
	return [top, top / 2];
}

/** What playing came to: the figures at the month in view. */
export function timelineResult({
	month,
	params,
	leading,
	overview
}: {
	month: Month;
	params: { theme: Theme };
	leading: Indicator | null;
	overview: { headlines: HeadlineSeries };
}): string {
	const { headlines } = overview;
	const at = month - headlines.fromMonth;
	const comparison = headlines.comparison[at];
	if (params.theme === 'sites') {
		return m.time_result_sites({ sites: formatCount(headlines.activeSites[at] ?? 0) });
	}
	if (params.theme === 'trend' && comparison && leading) {
		return m.time_result_trend({
			count: formatCount(comparison.now),
			unit: localUnit(leading)
		});
	}
	return m.time_result_status({
		reached: formatCount(headlines.transformed[at] ?? 0),
		approved: formatCount(headlines.approved[at] ?? 0),
		relapsed: formatCount(headlines.relapsed[at] ?? 0)
	});
}
