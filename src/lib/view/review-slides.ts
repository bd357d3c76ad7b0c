import type { Seen, Slide } from '#lib/domain/story/story.ts';
import { yearOf, type IsoDate } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { answerText } from './answer/answer-part.ts';
import { viewAnswer } from './answer/view-answer.ts';
import { formatCount, formatMonth } from './format.ts';
import { countFillCodes } from './legend.ts';
import type { SlideContent } from './slide-content.ts';
import { resultTitle } from './slide-words.ts';
import { sumStatuses } from './status-sum.ts';
import { figuresSlide } from './story-text.ts';
import { toQuery } from './view-params.ts';
import type { Overview } from './wire.ts';

/** What a review is made from: views of the province with what they show. */
export interface ReviewViews {
	/** Status at the end of the year of the first results; undefined where that is not known. */
	first: SlideContent | undefined;
	status: SlideContent;
	/** Undefined for a track without a trend. */
	trend: SlideContent | undefined;
}

/**
 * Five slides of a mid-term review from the province's own data: opening, three figures, the year of the first
 * results, today, and crime. Titles state the results; what is said to them stands in the speaker's notes.
 *
 * @param seenOf what a view shows, to be kept with its slide
 * @param newKey makes a key for a slide
 */
export function reviewSlides(
	overview: Overview,
	{ first, status, trend }: ReviewViews,
	{
		today,
		seenOf,
		newKey
	}: { today: IsoDate; seenOf: (content: SlideContent) => Seen; newKey: () => string }
): Slide[] {
	const month = formatMonth(status.month);
	const viewSlide = (content: SlideContent, title: string): Slide => ({
		kind: 'view',
		key: newKey(),
		title,
		note: '',
		speaker: speakerText(overview, content),
		view: toQuery({ ...content.params, month: content.month }).toString(),
		seen: seenOf(content),
		date: today
	});
	return [
		{
			kind: 'text',
			key: newKey(),
			title: m.review_opening(),
			text: '',
			speaker: '',
			note: m
				.review_period({
					province: overview.provinceName ?? '',
					from: String(yearOf(overview.firstMonth)),
					to: month
				})
				.replace(/^, /u, '')
		},
		figuresSlide(overview, status.month, newKey(), today),
		...(first ? [viewSlide(first, yearTitle(first))] : []),
		viewSlide(status, resultTitle(status)),
		...(trend ? [viewSlide(trend, resultTitle(trend))] : [])
	];
}

/** "Năm 2019: 44 xã được phê duyệt, 19 đã đạt". */
function yearTitle(content: SlideContent): string {
	const { source, month, params } = content;
	const sum = sumStatuses(countFillCodes(source, month, params, () => true));
	return m.slide_year_reached({
		year: String(yearOf(month)),
		approved: formatCount(sum.approved),
		reached: formatCount(sum.transformed)
	});
}

/** What a presenter says of a view: the answer of the map. */
function speakerText(overview: Overview, content: SlideContent): string {
	const { source, month, params, leading, summary } = content;
	return answerText(
		viewAnswer(
			{ data: source, month, firstMonth: overview.firstMonth, params, leading, overview },
			{ summary, spread: undefined }
		)
	);
}
