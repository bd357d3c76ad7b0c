import { error } from '@sveltejs/kit';
import type { Slide } from '#lib/domain/story/story.ts';
import { findStory } from '#lib/server/data/stories.ts';
import { attachment } from '#lib/server/http/attachment.ts';
import { readProvinceRequest, reaching } from '#lib/server/http/request.ts';
import { getOverview } from '#lib/server/queries/overview.ts';
import { planPng, slidePicture } from '#lib/server/story/slide-picture.ts';
import { showData } from '#lib/server/story/show-data.ts';
import { showFrames } from '#lib/server/story/show-frames.ts';
import { showPage } from '#lib/server/story/show-page.ts';
import { showSlides } from '#lib/server/story/show-slides.ts';
import { fileStamp } from '#lib/view/file-stamp.ts';
import { viewOf } from '#lib/view/slide-view.ts';
import type { RequestHandler } from './$types';

const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** A presentation to carry away: `show.html` plays by itself, `slides.pptx` is for PowerPoint. */
export const GET: RequestHandler = async ({ params, url }) => {
	const { db, province, track, last } = await readProvinceRequest(url);
	const id = Number(params.id);
	const story = Number.isSafeInteger(id) ? await reaching(findStory(db, id)) : undefined;
	if (!story) error(404, 'story-unknown');
	const views = story.slides.flatMap((slide) => viewOf(slide) ?? []);
	const frames = await reaching(showFrames(db, province, views, last));
	const shown = (slide: Slide) => {
		const view = viewOf(slide);
		const month = Math.min(last, view?.month ?? province.history.dataMonths?.to ?? last);
		return view && { params: view, month };
	};
	const overview = await reaching(getOverview(db, province, track, last, true));
	switch (params.file) {
		case 'show.html': {
			const page = showPage(showData(story, frames, shown, overview));
			return attachment(Buffer.from(page), `${story.title}.html`, 'text/html; charset=utf-8');
		}
		case 'slides.pptx': {
			const stamp = fileStamp(overview);
			const pictureOf = (slide: Slide) => slidePicture(frames, shown(slide));
			return attachment(
				await showSlides(story, pictureOf, (slide) => planPng(frames, slide), stamp),
				`${story.title}.pptx`,
				PPTX
			);
		}
		default:
			error(404, 'file-unknown');
	}
};
