/** Letters of Be Vietnam Pro (500) with about the same advance, in thousandths of an em. */
const ADVANCES: readonly (readonly [letters: string, advance: number])[] = [
	[" '", 215],
	['ijlI.·', 280],
	[',:;', 315],
	['rf1', 400],
	['t()', 440],
	['Jsz/', 505],
	['hknuvxyư', 588],
	['F–-ceL78', 622],
	['abdgopqơE2S', 652],
	['đTPYBRZ034569', 674],
	['DKUVXHƯN', 736],
	['AGCĐ', 772],
	['OQƠM', 832],
	['wm', 885],
	['W', 1022]
];
const BY_LETTER = new Map(
	ADVANCES.flatMap(([letters, advance]) => [...letters].map((letter) => [letter, advance] as const))
);
const UNKNOWN = 660;
/** How much wider 700 is than 500. */
const BOLD = 1.025;
/** All accents but the horn, which makes a letter of its own width. */
const ACCENTS = /[\u0300-\u031a\u031c-\u036f]/gu;

/**
 * About how wide a text stands in Be Vietnam Pro, for places that cannot measure it, such as a server.
 * Within 3 % for Vietnamese names.
 *
 * @returns pixels
 */
export function estimateTextWidth(text: string, fontPx: number, bold: boolean): number {
	let sum = 0;
	for (const letter of text.normalize('NFD').replace(ACCENTS, '').normalize('NFC')) {
		sum += BY_LETTER.get(letter) ?? UNKNOWN;
	}
	return (sum / 1000) * fontPx * (bold ? BOLD : 1);
}
