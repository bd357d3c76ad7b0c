import { error } from '@sveltejs/kit';
import { lastPublicYear } from '#lib/domain/disclosure/reported-years.ts';
import { publicCopy } from '#lib/domain/story/public-copy.ts';
import type { Slide } from '#lib/domain/story/story.ts';
import { m } from '#lib/paraglide/messages.js';
import { fileStamp } from '#lib/view/file-stamp.ts';
import { findStory } from '../../data/stories.ts';
import { getOverview } from '../../queries/overview.ts';
import { showData } from '../../story/html/show-data.ts';
import { showPage } from '../../story/html/show-page.ts';
import { showSlides } from '../../story/pptx/show-slides.ts';
import { showFrames } from '../../story/show-frames.ts';
import { slideChart, type SlideChart } from '../../story/slide-chart.ts';
import { drawnSlide } from '../../story/slide-content.ts';
import { planPng, slidePicture } from '../../story/slide-picture.ts';
import { slideView } from '../../story/story-views.ts';
import { isForPublic, provinceRequest } from '../province-request.ts';
import type { RequestContext } from '../request-context.ts';
import { reaching } from '../request.ts';
import type { ExportedFile } from './exported-file.ts';
import { PPTX } from './media-types.ts';

/** A presentation to carry away: `show.html` plays by itself, `slides.pptx` is for PowerPoint; `public=1` for the public. */
export async function storyFile(
	context: RequestContext,
	url: URL,
	params: Record<string, string>
): Promise<ExportedFile> {
	const request = await provinceRequest(context.db, url);
	const { db, province, track, last } = request;
	const id = Number(params.id);
	const kept = Number.isSafeInteger(id) ? await reaching(findStory(db, id)) : undefined;
	if (!kept) error(404, 'story-unknown');
	const forPublic = isForPublic(url);
	const copy = forPublic ? await context.publicCopyOf(request) : undefined;
	const story = forPublic ? publicCopy(kept, m.story_public_chart()) : kept;
	const name = forPublic ? `${story.title} (${m.public_option()})` : story.title;
	const shown = (slide: Slide) => slideView(slide, province, last);
	const views = story.slides.flatMap((slide) => shown(slide)?.params ?? []);
	const frames = await reaching(showFrames(db, province, views, last, copy));
	const charts = new Map<string, SlideChart>();
	for (const slide of story.slides) {
		const view = shown(slide);
		const chart = view && (await slideChart(frames, province, view));
		if (chart) charts.set(slide.key, chart);
	}
	const chartOf = ({ key }: Slide) => charts.get(key);
	const drawnOf = (slide: Slide) => drawnSlide(frames, province, shown(slide));
	const overview = await reaching(getOverview(db, province, track, last, true));
	const publicYear = forPublic ? lastPublicYear(province.history, track, last) : undefined;
	const stamp = fileStamp(overview, publicYear);
	const { calendar } = province.history;
	switch (params.file) {
		case 'show.html': {
			const about = { stamp, calendar, demonstration: overview.demonstration };
			const body = showPage(showData(story, frames, shown, chartOf, about, drawnOf));
			return { body, name: `${name}.html`, type: 'text/html; charset=utf-8' };
		}
		case 'slides.pptx': {
			const pictureOf = (slide: Slide) => slidePicture(slide, drawnOf(slide));
			const body = await showSlides(
				story,
				pictureOf,
				chartOf,
				(slide) => planPng(frames, slide),
				stamp
			);
			return { body, name: `${name}.pptx`, type: PPTX };
		}
		default:
			error(404, 'file-unknown');
	}
}
