import { searchKey } from '#lib/domain/name.ts';
import { toneKey } from '#lib/domain/unit-name.ts';
import type { TitlePart } from './search-result.ts';

/** A text as it is compared, and where in the text each of its letters stands. */
interface Folded {
	text: string;
	at: number[];
}

/** Left out of comparisons: H'Leo is found as Hleo. */
const UNHEARD = /['’ʼ]/u;

/** A text without accents and apostrophes, hyphens as spaces, đ as d, in small letters. */
export function fold(text: string): Folded {
	const folded: Folded = { text: '', at: [] };
	let at = 0;
	for (const letter of text.normalize('NFC')) {
		const key = UNHEARD.test(letter) ? '' : /[\s\-–]/u.test(letter) ? ' ' : searchKey(letter);
		if (key !== ' ' || (folded.text !== '' && !folded.text.endsWith(' '))) {
			for (const part of key) {
				folded.text += part;
				folded.at.push(at);
			}
		}
		at += letter.length;
	}
	return folded;
}

/** What was typed, ready to be looked for. */
export interface Wanted {
	/** In NFC, as it was typed. */
	text: string;
	key: string;
	/** Without accents it stands for every spelling. */
	accented: boolean;
}

/** Text to look for; undefined where nothing is left of it. */
export function toWanted(text: string): Wanted | undefined {
	const clean = text.normalize('NFC').trim();
	const key = fold(clean).text.trim();
	if (key === '') return undefined;
	return { text: clean, key, accented: toneKey(clean) !== toneKey(key) };
}

/** Where in a name it was found, the best first. */
const PLACES = ['whole', 'start', 'word', 'inside'] as const;

/** How a name holds what was typed. */
export interface Match {
	/** The lower the better: accents as they were typed go before everything else. */
	rank: number;
	/** The stretch of the name in NFC that was looked for. */
	from: number;
	to: number;
}

/** A single letter is in nearly every name, so it counts at the beginning of words only. */
const MIN_INSIDE = 2;

/** The best place in a name for what was typed; undefined where it is nowhere. */
export function matchText(name: string, wanted: Wanted): Match | undefined {
	const original = name.normalize('NFC');
	const { text, at } = fold(original);
	let best: Match | undefined;
	for (
		let start = text.indexOf(wanted.key);
		start >= 0;
		start = text.indexOf(wanted.key, start + 1)
	) {
		const end = start + wanted.key.length;
		const place = placeOf(text, start, end);
		if (place === 'inside' && wanted.key.length < MIN_INSIDE) continue;
		const [from, to] = [at[start] ?? 0, at[end] ?? original.length];
		const spelled = toneKey(original.slice(from, to)) === toneKey(wanted.text);
		// Typed without accents, a name is not wrong for having some; but Na Son goes before Nà Sơn.
		const exact = spelled || !(wanted.accented || place === 'whole');
		const rank = PLACES.indexOf(place) + (exact ? 0 : wanted.accented ? PLACES.length : 0.5);
		if (!best || rank < best.rank) best = { rank, from, to: trimmedEnd(original, from, to) };
	}
	return best;
}

function placeOf(text: string, start: number, end: number): (typeof PLACES)[number] {
	if (start === 0) return end === text.length ? 'whole' : 'start';
	return text[start - 1] === ' ' ? 'word' : 'inside';
}

/** An apostrophe or space after the last letter is no part of it. */
function trimmedEnd(text: string, from: number, to: number): number {
	return from + text.slice(from, to).replace(/[\s'’ʼ\-–]+$/u, '').length;
}

/** A name with the matching stretch strong. */
export function markMatch(name: string, match: Match | undefined): TitlePart[] {
	const text = name.normalize('NFC');
	const { from, to } = match ?? { from: 0, to: 0 };
	const parts: TitlePart[] = [
		{ text: text.slice(0, from), look: 'plain' },
		{ text: text.slice(from, to), look: 'strong' },
		{ text: text.slice(to), look: 'plain' }
	];
	return parts.filter((part) => part.text !== '');
}
