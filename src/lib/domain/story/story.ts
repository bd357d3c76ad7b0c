import { cleanJson, cleanLine, cleanText } from '../clean-text.ts';
import { parseMonth, type IsoDate } from '../period.ts';

/** What a view showed when its slide was made: how many communes have each class. */
export interface Seen {
	dataVersion: number;
	/** Class code and number of communes, in the order of codes. */
	counts: [code: number, units: number][];
}

/** A line with a figure that a hall can read. */
export interface Figure {
	value: string;
	label: string;
}

interface SlideText {
	/** Stays the same when slides are moved. */
	key: string;
	title: string;
	/** Shown at the foot. */
	note: string;
	/** For the presenter only. */
	speaker: string;
}

/** What of a map may be shown on its slide or left out. */
export const SLIDE_PARTS = ['legend', 'names', 'marks', 'chart'] as const;
export type SlidePart = (typeof SLIDE_PARTS)[number];
/** What a slide shows that says nothing of it. */
export const USUAL_PARTS: readonly SlidePart[] = ['legend', 'names', 'marks'];

/** One slide: a live view of the map, a chart of a view, figures, a saved plan, or text. */
export type Slide = SlideText &
	(
		| {
				kind: 'view';
				/** The view as an address has it: `t=2026-10&theme=trend`. */
				view: string;
				seen: Seen;
				/** Day on which it was made or last renewed. */
				date: IsoDate;
				/** `2017-01`: the timeline plays from here to the view's own month. */
				playFrom?: string;
				/** What it shows, where that is not the usual. */
				parts?: readonly SlidePart[];
		  }
		| { kind: 'chart'; view: string; plot: string; seen: Seen; date: IsoDate }
		| { kind: 'figures'; figures: Figure[]; dataVersion: number; date: IsoDate }
		| {
				kind: 'plan';
				/** Id of the saved plan; what it chose stands here, too, so that the slide outlives it. */
				scenario: number;
				name: string;
				/** First day of its boundaries. */
				frame: IsoDate;
				communes: { code: string; name: string; group: string }[];
				/** Null while it is for reference only. */
				decision: { by: string; date: IsoDate } | null;
				dataVersion: number;
				date: IsoDate;
		  }
		| { kind: 'text'; text: string }
	);

export interface Story {
	id: number;
	title: string;
	/** Raised with every change: simultaneous edits are detected. */
	revision: number;
	updatedAt: IsoDate;
	slides: Slide[];
}

export const STORY_LIMITS = {
	title: 200,
	slideTitle: 500,
	note: 2000,
	slides: 200,
	figures: 8,
	communes: 500
} as const;

/** Title and slides as they were sent in, clean; undefined where something is missing, unknown or too long. */
export function readStory(sent: unknown): { title: string; slides: Slide[] } | undefined {
	if (typeof sent !== 'object' || sent === null) return undefined;
	const { title, slides } = cleanJson(sent) as { title?: unknown; slides?: unknown };
	if (typeof title !== 'string' || !Array.isArray(slides)) return undefined;
	const text = cleanLine(title);
	if (text.length === 0 || text.length > STORY_LIMITS.title) return undefined;
	if (slides.length > STORY_LIMITS.slides || !slides.every(isSlide)) return undefined;
	const keys = new Set(slides.map(({ key }) => key));
	return keys.size === slides.length ? { title: text, slides: slides.map(cleanSlide) } : undefined;
}

/** A slide with clean texts: titles, names and figures of one line, all others with their line breaks. */
export function cleanSlide(slide: Slide): Slide {
	const texts = {
		title: cleanLine(slide.title),
		note: cleanText(slide.note),
		speaker: cleanText(slide.speaker)
	};
	switch (slide.kind) {
		case 'view':
		case 'chart':
			return { ...slide, ...texts };
		case 'figures':
			return {
				...slide,
				...texts,
				figures: slide.figures.map(({ value, label }) => ({
					value: cleanLine(value),
					label: cleanLine(label)
				}))
			};
		case 'plan':
			return {
				...slide,
				...texts,
				name: cleanLine(slide.name),
				communes: slide.communes.map(({ code, name, group }) => ({
					code: cleanLine(code),
					name: cleanLine(name),
					group: cleanLine(group)
				})),
				decision: slide.decision && { ...slide.decision, by: cleanLine(slide.decision.by) }
			};
		case 'text':
			return { ...slide, ...texts, text: cleanText(slide.text) };
	}
}

function isSlide(sent: unknown): sent is Slide {
	if (typeof sent !== 'object' || sent === null) return false;
	const slide = sent as Partial<Record<string, unknown>>;
	if (
		!isText(slide.key, 80) ||
		!isText(slide.title, STORY_LIMITS.slideTitle) ||
		!isText(slide.note, STORY_LIMITS.note) ||
		!isText(slide.speaker, STORY_LIMITS.note)
	) {
		return false;
	}
	switch (slide.kind) {
		case 'view':
			return (
				isText(slide.view, 2000) &&
				isSeen(slide.seen) &&
				isText(slide.date, 10) &&
				(slide.playFrom === undefined ||
					(typeof slide.playFrom === 'string' && parseMonth(slide.playFrom) !== undefined)) &&
				(slide.parts === undefined || isParts(slide.parts))
			);
		case 'chart':
			return (
				isText(slide.view, 2000) &&
				isText(slide.plot, 40) &&
				isSeen(slide.seen) &&
				isText(slide.date, 10)
			);
		case 'figures':
			return (
				typeof slide.dataVersion === 'number' &&
				isText(slide.date, 10) &&
				Array.isArray(slide.figures) &&
				slide.figures.length <= STORY_LIMITS.figures &&
				slide.figures.every(isFigure)
			);
		case 'plan':
			return isPlan(slide);
		case 'text':
			return isText(slide.text, STORY_LIMITS.note);
		default:
			return false;
	}
}

function isParts(parts: unknown): boolean {
	const known: readonly unknown[] = SLIDE_PARTS;
	return (
		Array.isArray(parts) &&
		parts.length <= known.length &&
		parts.every((part) => known.includes(part))
	);
}

function isPlan(slide: Partial<Record<string, unknown>>): boolean {
	const { scenario, name, frame, communes, decision, dataVersion, date } = slide;
	return (
		[scenario, dataVersion].every((each) => typeof each === 'number') &&
		isText(name, 200) &&
		[frame, date].every((each) => isText(each, 10)) &&
		Array.isArray(communes) &&
		communes.length <= STORY_LIMITS.communes &&
		communes.every((commune) => hasTexts(commune, ['code', 'name', 'group'])) &&
		(decision === null || hasTexts(decision, ['by', 'date']))
	);
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return names.every((name) => isText((value as Partial<Record<string, unknown>>)[name], 200));
}

function isText(value: unknown, longest: number): value is string {
	return typeof value === 'string' && value.length <= longest;
}

function isFigure(value: unknown): value is Figure {
	if (typeof value !== 'object' || value === null) return false;
	const { value: figure, label } = value as Partial<Record<keyof Figure, unknown>>;
	return isText(figure, 40) && isText(label, 200);
}

function isSeen(value: unknown): value is Seen {
	if (typeof value !== 'object' || value === null) return false;
	const { dataVersion, counts } = value as Partial<Record<keyof Seen, unknown>>;
	return (
		typeof dataVersion === 'number' &&
		Array.isArray(counts) &&
		counts.every(
			(pair) =>
				Array.isArray(pair) && pair.length === 2 && pair.every((each) => typeof each === 'number')
		)
	);
}

/** A class that has more or fewer communes than when the slide was made. */
export interface SeenChange {
	code: number;
	before: number;
	now: number;
}

/** What is different from when a slide was made; empty where the same is seen, whatever the data's version. */
export function compareSeen(before: Seen, now: Seen): SeenChange[] {
	const counts = (seen: Seen) => new Map(seen.counts);
	const [then, today] = [counts(before), counts(now)];
	return [...new Set([...then.keys(), ...today.keys()])]
		.sort((a, b) => a - b)
		.map((code) => ({ code, before: then.get(code) ?? 0, now: today.get(code) ?? 0 }))
		.filter((change) => change.before !== change.now);
}
