import { error } from '@sveltejs/kit';
import { lastPublicYear } from '#lib/domain/disclosure/reported-years.ts';
import { publicCopy } from '#lib/domain/story/public-copy.ts';
import type { Slide } from '#lib/domain/story/story.ts';
import { m } from '#lib/paraglide/messages.js';
import { findStory } from '#lib/server/data/stories.ts';
import { attachment } from '#lib/server/http/attachment.ts';
import { readPublicCopy } from '#lib/server/http/public-request.ts';
import { isForPublic, readProvinceRequest, reaching } from '#lib/server/http/request.ts';
import { getOverview } from '#lib/server/queries/overview.ts';
import { slideChart, type SlideChart } from '#lib/server/story/slide-chart.ts';
import { drawnSlide } from '#lib/server/story/slide-content.ts';
import { planPng, slidePicture } from '#lib/server/story/slide-picture.ts';
import { showData } from '#lib/server/story/html/show-data.ts';
import { showFrames } from '#lib/server/story/show-frames.ts';
import { showPage } from '#lib/server/story/html/show-page.ts';
import { showSlides } from '#lib/server/story/pptx/show-slides.ts';
import { slideView } from '#lib/server/story/story-views.ts';
import { fileStamp } from '#lib/view/file-stamp.ts';
import type { RequestHandler } from './$types';

const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** A presentation to carry away: `show.html` plays by itself, `slides.pptx` is for PowerPoint; `public=1` for the public. */
export const GET: RequestHandler = async ({ params, url }) => {
	const request = await readProvinceRequest(url);
	const { db, province, track, last } = request;
	const id = Number(params.id);
	const kept = Number.isSafeInteger(id) ? await reaching(findStory(db, id)) : undefined;
	if (!kept) error(404, 'story-unknown');
	const forPublic = isForPublic(url);
	const copy = forPublic ? await readPublicCopy(request, url) : undefined;
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
			const page = showPage(showData(story, frames, shown, chartOf, about, drawnOf));
			return attachment(Buffer.from(page), `${name}.html`, 'text/html; charset=utf-8');
		}
		case 'slides.pptx': {
			const pictureOf = (slide: Slide) => slidePicture(slide, drawnOf(slide));
			return attachment(
				await showSlides(story, pictureOf, chartOf, (slide) => planPng(frames, slide), stamp),
				`${name}.pptx`,
				PPTX
			);
		}
		default:
			error(404, 'file-unknown');
	}
};
