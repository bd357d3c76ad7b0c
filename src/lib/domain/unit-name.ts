import { distance } from 'fastest-levenshtein';
import { searchKey } from './name.ts';

/** A unit's name with what stood before it. */
export interface UnitName {
	/** Xã, Phường, Thị trấn … ; empty where none was written. */
	kind: string;
	name: string;
}

/** Spaces of every width, and characters that take no room at all. */
const SPACES = /[\s\p{Zs}\u200b-\u200d\u2060\ufeff]+/gu;
/** Left over where a file cut a name inside a letter. */
const DAMAGE = /[\ufffd\p{Cc}]+/gu;

/** Text in one form: NFC, plain single spaces, none at the ends. */
export function cleanName(text: string): string {
	return text.normalize('NFC').replace(SPACES, ' ').replace(DAMAGE, '').trim();
}

/** Who reports for a commune is written before its name: "Công an xã Búng Lao", "UBND xã Búng Lao". */
const OFFICE =
	/^(?:công an|u\.?b\.?n\.?d\.?|ủy ban nhân dân|uỷ ban nhân dân|h\.?đ\.?n\.?d\.?|đảng ủy|đảng uỷ)\s+/iu;
/** "CA" is short for Công an before a kind, or where it alone is in capitals: "Ca Thành" is a commune. */
const SHORT_OFFICES = [
	/^c\.?a\.?\s+(?=(?:xã|phường|thị trấn|đặc khu|x|p|tt|t\.t)[.\s])/iu,
	/^C\.?A\.?\s+(?=\p{Lu}\p{Ll})/u
];

/** Offices and kinds in one abbreviation: CAX, CAP, CATT. */
const OFFICE_KINDS: readonly [RegExp, string][] = [
	[/^cax[.\s]+/iu, 'Xã'],
	[/^cap[.\s]+/iu, 'Phường'],
	[/^catt[.\s]+/iu, 'Thị trấn']
];
const KINDS: readonly [RegExp, string][] = [
	[/^(?:phường\s+|p\.\s*|p\s+|p(?=\d))/iu, 'Phường'],
	[/^(?:xã\s+|x\.\s*|x\s+)/iu, 'Xã'],
	[/^(?:thị trấn\s+|t\.\s?t\.?\s*(?=\S)|tt\.\s*|tt\s+)/iu, 'Thị trấn'],
	[/^(?:đặc khu\s+|đ\.\s?k\.?\s*|đk[.\s]\s*)/iu, 'Đặc khu'],
	[/^(?:thành phố\s+|t\.\s?p\.?\s*|tp\.\s*|tp\s+)/iu, 'Thành phố'],
	[/^(?:thị xã\s+|t\.\s?x\.?\s*|tx\.\s*|tx\s+)/iu, 'Thị xã'],
	[/^(?:huyện\s+|h\.\s*|h\s+)/iu, 'Huyện'],
	[/^(?:quận\s+|q\.\s*|q\s+|q(?=\d))/iu, 'Quận'],
	[/^tỉnh\s+/iu, 'Tỉnh']
];
/** Kinds written without accents; "Xa Dung" is a commune, so these are a second reading only. */
const PLAIN_KINDS: readonly [RegExp, string][] = [
	[/^phuong\s+/i, 'Phường'],
	[/^xa\s+/i, 'Xã'],
	[/^thi tran\s+/i, 'Thị trấn'],
	[/^dac khu\s+/i, 'Đặc khu'],
	[/^thanh pho\s+/i, 'Thành phố'],
	[/^thi xa\s+/i, 'Thị xã'],
	[/^huyen\s+/i, 'Huyện'],
	[/^quan\s+/i, 'Quận']
];

/**
 * Splits a written name into kind and name; abbreviations and offices before the name are understood.
 *
 * @example splitKind('X.Nậm Kè') // { kind: 'Xã', name: 'Nậm Kè' }
 * @example splitKind('Công an P. Him Lam') // { kind: 'Phường', name: 'Him Lam' }
 */
export function splitKind(text: string): UnitName {
	const clean = cleanName(text);
	const short = cutPrefix(clean, OFFICE_KINDS);
	if (short) return short;
	const bare = SHORT_OFFICES.reduce(
		(name, office) => name.replace(office, ''),
		clean.replace(OFFICE, '')
	);
	return cutPrefix(bare, KINDS) ?? { kind: '', name: bare };
}

/** What a name may mean: as it stands, and with a kind written without accents cut off. */
export function readingsOf(text: string): UnitName[] {
	const first = splitKind(text);
	const second = first.kind === '' ? cutPrefix(first.name, PLAIN_KINDS) : undefined;
	return second ? [first, second] : [first];
}

function cutPrefix(
	text: string,
	prefixes: readonly (readonly [RegExp, string])[]
): UnitName | undefined {
	for (const [prefix, kind] of prefixes) {
		const name = text.replace(prefix, '');
		if (name !== text && name !== '') return { kind, name };
	}
	return undefined;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * A name by its letters and tones, wherever in the syllable the tone is written: "Hoà" and "Hòa" are one.
 *
 * @example toneKey('Toả Tình') === toneKey('Tỏa Tình')
 */
export function toneKey(name: string): string {
	return cleanName(name)
		.toLowerCase()
		.normalize('NFD')
		.split(/[^\p{L}\p{M}\d]+/u)
		.map((word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''))
		.join(' ')
		.trim();
}

/** A name without accents, hyphens and apostrophes, with y at the end of a syllable as i: "Quý" and "Quí". */
export function plainKey(name: string): string {
	return searchKey(cleanName(name))
		.replace(/[^\p{L}\d]+/gu, ' ')
		.replace(/(?<=[bcdghklmnprstvx]|qu)y\b/g, 'i')
		.trim();
}

/** How far a written name may be from the one meant, in letters, by its length. */
export const nearEnough = (length: number) => Math.max(1, Math.floor(length / 4));
/** A shorter beginning could be of any name. */
const MIN_CUT = 3;

/** Whether a name is the beginning of another: cut by a field that was too short. */
export function isCutFrom(written: string, known: string): boolean {
	const [part, whole] = [plainKey(written), plainKey(known)];
	return part.length >= MIN_CUT && part.length < whole.length && whole.startsWith(part);
}

/**
 * How far a written name is from a known one: 0 the same letters and tones, 1 the same without accents, then
 * one more for each letter that differs. A name that was cut is as far as one letter.
 */
export function nameDistance(written: string, known: string): number {
	if (toneKey(written) === toneKey(known)) return 0;
	const [one, other] = [plainKey(written), plainKey(known)];
	if (one === other) return 1;
	return 1 + (isCutFrom(written, known) ? 1 : distance(one, other));
}

/** "Huyện Mường Nhé" and "Mường Nhé" are one district. */
export function isSameDistrict(one: string, other: string): boolean {
	return plainKey(splitKind(one).name) === plainKey(splitKind(other).name);
}
