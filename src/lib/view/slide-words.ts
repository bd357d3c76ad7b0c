import { detectedCode, findMapClass, summaryCode, trendCode } from '#lib/domain/map-class.ts';
import type { TrendClass } from '#lib/domain/evidence/classes.ts';
import { fullName } from '#lib/domain/unit.ts';
import { m } from '#lib/paraglide/messages.js';
import { relapsedOf } from './answer/status-answer.ts';
import { baseLabel } from './base-label.ts';
import { classLabel } from './class-label.ts';
import { formatCount, formatDate } from './format.ts';
import { fillCode } from './frame-view.ts';
import { isInDistrict } from './included.ts';
import { indicatorInText } from './indicator-name.ts';
import { countFillCodes } from './legend.ts';
import { localName } from './local-name.ts';
import { membersAt } from './makeup.ts';
import { monthName } from './month-name.ts';
import { lightOf, siteTotals, type SlideContent } from './slide-content.ts';
import { slideTitle } from './story-text.ts';
import { sumStatuses } from './status-sum.ts';
import { unitsNoun } from './units-noun.ts';
import type { FrameUnit } from './wire.ts';

/** The day before a date. @param date `2025-07-01` */
function dayBefore(date: string): string {
	return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

/** What of a view a slide's title may say: its result, in one short sentence without a full stop. */
export function resultTitle(content: SlideContent): string {
	const { source, month, params, calendar, leading } = content;
	const unit = lightOf(content);
	if (unit) return lightTitle(content, unit);
	const scope = params.district === undefined ? '' : m.answer_in({ scope: params.district });
	switch (params.theme) {
		case 'status':
			return scope + statusTitle(content);
		case 'trend':
			return leading === null || params.layer !== 'change'
				? slideTitle(params, month, undefined, { calendar, leading })
				: scope + trendTitle(content, leading);
		case 'sites':
			return scope + sitesTitle(content);
		case 'summary': {
			const code = summaryCode('open rising');
			const count = source.units.filter(
				(_, row) =>
					isInDistrict(source, row, params.district) &&
					fillCode(source, row, month, params) === code
			).length;
			return (
				scope + (count === 0 ? m.slide_none_open() : m.slide_open({ count: formatCount(count) }))
			);
		}
	}
}

/** What the commune in the light is on the map: "Đạt – duy trì"; empty where nothing is known. */
export function lightLabel({ source, month, params }: SlideContent, unit: FrameUnit): string {
	const code = fillCode(source, source.units.indexOf(unit), month, params);
	const mapClass = code === undefined ? undefined : findMapClass(code);
	return mapClass ? classLabel(mapClass, params.perPeople) : '';
}

function lightTitle(content: SlideContent, unit: FrameUnit): string {
	const label = lightLabel(content, unit);
	return label === '' ? fullName(unit) : `${fullName(unit)}: ${lowered(label)}`;
}

function statusTitle({ source, month, params }: SlideContent): string {
	const included = (row: number) => isInDistrict(source, row, params.district);
	const { approved, transformed } = sumStatuses(countFillCodes(source, month, params, included));
	if (approved === 0) return m.slide_none_approved();
	if (transformed === 0) return m.slide_none_reached({ approved: formatCount(approved) });
	const fell = relapsedOf({ source, month, included }).length;
	return (
		m.slide_reached({ reached: formatCount(transformed), approved: formatCount(approved) }) +
		(fell > 0 ? m.answer_short_relapsed({ count: formatCount(fell) }) : '')
	);
}

function trendTitle(
	{ source, month, params }: SlideContent,
	leading: NonNullable<SlideContent['leading']>
): string {
	const count = (trend: TrendClass) => {
		const codes = [trendCode(trend), detectedCode(trend)];
		return source.units.filter((_, row) => {
			const code = fillCode(source, row, month, params);
			return (
				isInDistrict(source, row, params.district) && code !== undefined && codes.includes(code)
			);
		}).length;
	};
	const indicator = localName(leading);
	const [falling, rising] = [count('falling'), count('rising')];
	const figures = { indicator, falling: formatCount(falling), rising: formatCount(rising) };
	if (falling > 0 && rising > 0) return m.slide_both(figures);
	if (falling > 0) return m.slide_falling(figures);
	if (rising > 0) return m.slide_rising(figures);
	return m.slide_no_change({ indicator: indicatorInText(leading) });
}

function sitesTitle(content: SlideContent): string {
	const totals = siteTotals(content);
	if (!totals) return m.sheet_title_sites();
	const type = content.sites?.types.find(({ code }) => code === content.params.model);
	const figures = {
		sites: formatCount(totals.sites),
		copies: formatCount(totals.copies),
		communes: formatCount(totals.communes),
		of: formatCount(content.source.units.length),
		units: unitsNoun(content.frame)
	};
	return type
		? m.slide_sites_of_type({ type: localName(type), ...figures })
		: m.slide_sites_title(figures);
}

/** Below the title: what and when, the month once. */
export function slideDateLine({ params, month, calendar, trackName }: SlideContent): string {
	const when = monthName(month, calendar);
	const parts =
		params.theme === 'status'
			? [trackName, when]
			: params.theme === 'sites'
				? [when]
				: [m.legend_window({ month: when, base: baseLabel(params.base) })];
	return [...(params.district === undefined ? [] : [params.district]), ...parts].join(' · ');
}

/** What the map's lines mean, or what its colours do not say; for the foot of a slide without a note of its own. */
export function slideMapNote({ source, month, params, frame }: SlideContent): string {
	if (params.theme === 'trend' || params.theme === 'summary') return m.slide_unclear();
	if (params.theme !== 'status' || params.shapes !== 'former') return '';
	if (!source.units.some((unit) => membersAt(unit, month).length > 0)) return '';
	const count = formatCount(source.units.length);
	return m.slide_lines({
		date: formatDate(dayBefore(frame.from)),
		count,
		units: unitsNoun(frame)
	});
}

const lowered = (text: string) => text.charAt(0).toLocaleLowerCase() + text.slice(1);
