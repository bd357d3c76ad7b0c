import { searchKey } from '#lib/domain/name.ts';

/**
 * What a column of an official form has beside "Kỳ này": `former` is the same period of the year before,
 * which is checked and not loaded; the others are passed over.
 */
export type Comparison =
	'current' | 'former' | 'previous' | 'difference' | 'cumulative' | 'planned';

/** In the order in which they are asked: "Tăng, giảm so với cùng kỳ" is a difference, not the same period. */
const WORDS: readonly [Comparison, RegExp][] = [
	[
		'difference',
		/^[+±/\s-]+$|^\+|\btang\b.*\bgiam\b|^(tang|giam)$|\bchenh lech\b|^so sanh\b|\bso (voi |sanh )?(cung ky|ck|(ky|thang|quy|nam) (truoc|lien ke))\b|\b(difference|change|increase|decrease)\b/
	],
	[
		'cumulative',
		/\bluy ke\b|\bcong don\b|\btu dau (nam|nhiem ky|giai doan)\b|\b(cumulative|year to date|ytd)\b/
	],
	['planned', /\b(ke hoach|chi tieu giao|muc tieu|du kien|planned|plan|target)\b/],
	['former', /\bcung ky\b|\bck\b|\bnam truoc\b|\b(same period|last year|previous year)\b/],
	['previous', /\b(ky|thang|quy) truoc\b|\blien ke\b|\b(previous|last) (month|quarter|period)\b/],
	[
		'current',
		/\b(ky|thang|quy|nam) (nay|bao cao)\b|\btrong (ky|thang|quy|nam)\b|\bthuc hien\b|\b(current|this) (month|quarter|year|period)\b|\breporting period\b/
	]
];

/** What a part of a heading says of a comparison; undefined when it says nothing of one. */
export function findComparison(heading: string): Comparison | undefined {
	const key = searchKey(heading.replace(/[,.:;()_]/g, ' '));
	return key === '' ? undefined : WORDS.find(([, words]) => words.test(key))?.[0];
}

/** A heading that is no more than a sign of percent: of a share its value, of a count the change in percent. */
export function isPercentSign(heading: string): boolean {
	return /^\(?\s*(%|ty le\s*\(?%?\)?|percent|phan tram)\s*\)?$/.test(searchKey(heading));
}

/** Whether a heading says that its numbers are percentages: "Tỷ lệ (%)". */
export function saysPercent(heading: string): boolean {
	return heading.includes('%');
}
