import type { Slide } from '#lib/domain/story/story.ts';

/** What a person writes on a slide when it is added. */
export interface SlideTexts {
	title: string;
	note: string;
}

/** A key for a slide that was just made. Not a UUID: browsers make those for secure addresses only. */
export function newKey(): string {
	return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
}

export function textSlide(title: string): Slide {
	return { kind: 'text', key: newKey(), title, note: '', speaker: '', text: '' };
}
