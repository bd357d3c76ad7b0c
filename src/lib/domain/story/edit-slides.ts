import type { Slide } from './story.ts';

/** Slides with one moved by so many places, as far as there are. */
export function moveSlide(slides: readonly Slide[], key: string, by: number): Slide[] {
	const from = slides.findIndex((slide) => slide.key === key);
	if (from < 0) return [...slides];
	const to = Math.min(slides.length - 1, Math.max(0, from + by));
	const moved = slides.filter((_, at) => at !== from);
	moved.splice(to, 0, slides[from]!);
	return moved;
}

/** Slides with one moved into the place of another, which makes room. */
export function placeSlide(slides: readonly Slide[], key: string, onKey: string): Slide[] {
	const from = slides.findIndex((slide) => slide.key === key);
	const to = slides.findIndex((slide) => slide.key === onKey);
	return from < 0 || to < 0 ? [...slides] : moveSlide(slides, key, to - from);
}

/** Slides with a copy of one behind it. @param newKey of the copy */
export function duplicateSlide(slides: readonly Slide[], key: string, newKey: string): Slide[] {
	return slides.flatMap((slide) =>
		slide.key === key ? [slide, { ...slide, key: newKey }] : [slide]
	);
}

export function removeSlide(slides: readonly Slide[], key: string): Slide[] {
	return slides.filter((slide) => slide.key !== key);
}

export function replaceSlide(slides: readonly Slide[], changed: Slide): Slide[] {
	return slides.map((slide) => (slide.key === changed.key ? changed : slide));
}
